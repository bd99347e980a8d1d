import { Form } from "react-router";
import type { Reader } from "#app/data/database.ts";
import type { TargetRecord } from "#app/data/targets.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { readThemeChoices } from "#app/data/themes.ts";
import { type Period, periodFrom } from "#app/domain/periods.ts";
import { likelyYears, periodCode } from "#app/domain/reach/target-input.ts";
import { targetPeriod } from "#app/domain/reach/target-words.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Select } from "#app/ui/select.tsx";
import { DateInput, Hidden, NumberInput } from "#app/ui/text-input.tsx";

export interface TargetChoices {
	teams: { value: string; label: string }[];
	themes: { value: string; label: string }[];
	periods: { value: string; label: string }[];
}

/** What a target can be for; what the target in hand is for is among it, retired or not. */
export async function targetChoices(
	reader: Reader,
	today: LocalDate,
	target?: TargetRecord,
): Promise<TargetChoices> {
	const [teams, themes] = await Promise.all([readTeamChoices(reader), readThemeChoices(reader)]);
	const years = likelyYears(today);
	const own = target && periodFrom(target.from, target.to);
	return {
		teams: withOwn(teams, target?.team),
		themes: withOwn(themes, target?.theme),
		periods: withPeriod(years, own).map((period) => ({
			value: periodCode(period),
			label: targetPeriod(period.from, period.to),
		})),
	};
}

interface Named {
	id: string;
	name: string;
}

function withOwn(choices: readonly Named[], own: Named | null | undefined) {
	const all = own && !choices.some(({ id }) => id === own.id) ? [own, ...choices] : choices;
	return all.map(({ id, name }) => ({ value: id, label: name }));
}

function withPeriod(years: Period[], own: Period | undefined): Period[] {
	if (!own || periodCode(own) === "custom") return years;
	return years.some(({ from, to }) => from === own.from && to === own.to) ? years : [own, ...years];
}

/** A target as the form's fields hold it. */
export function targetFields({ team, theme, measure, goal, from, to, version }: TargetRecord) {
	const period = periodCode(periodFrom(from, to));
	const dates = period === "custom" ? { from, to } : {};
	const ids = { team: team?.id, theme: theme?.id };
	return fieldsFrom({ ...ids, measure, goal, period, ...dates, version });
}

interface Props {
	choices: TargetChoices;
	values: Fields;
	errors: FieldErrors | undefined;
	submit: string;
}

export function TargetForm({ choices, values, errors, submit }: Props) {
	const value = (name: string) => textOf(values, name);
	const error = (name: string) => errorFor(errors, name);
	const dates = (
		<FieldRow>
			<DateInput name="from" label="From" defaultValue={value("from")} error={error("from")} />
			<DateInput name="to" label="To" defaultValue={value("to")} error={error("to")} />
		</FieldRow>
	);
	return (
		<Form method="post" noValidate>
			<Hidden name="version" value={value("version") || undefined} />
			<Radios
				name="measure"
				legend="What is counted"
				options={[
					{ value: "sessions", label: "Sessions delivered" },
					{ value: "young_people", label: "Young people", hint: "Attendances, as in reach" },
				]}
				value={value("measure")}
				error={error("measure")}
			/>
			<NumberInput
				name="goal"
				label="Target"
				width={10}
				defaultValue={value("goal")}
				error={error("goal")}
			/>
			<Select
				name="team"
				label="Team"
				empty="All teams"
				options={choices.teams}
				defaultValue={value("team")}
				error={error("team")}
			/>
			<Select
				name="theme"
				label="Theme"
				empty="All themes"
				options={choices.themes}
				defaultValue={value("theme")}
				error={error("theme")}
			/>
			<Radios
				name="period"
				legend="Period"
				options={[
					...choices.periods,
					{ value: "custom", label: "Other dates", conditional: dates },
				]}
				value={value("period")}
				error={error("period")}
			/>
			<ButtonGroup>
				<Button>{submit}</Button>
				<AppLink className="govuk-link" href="/targets">
					Cancel
				</AppLink>
			</ButtonGroup>
		</Form>
	);
}
