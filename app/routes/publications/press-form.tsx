import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { DateInput } from "#app/ui/text-input.tsx";

export interface PressFields {
	from: string;
	to: string;
	team: string;
	themes: string[];
	wording: string;
	count: string;
	split: string;
	say: string[];
	teamOptions: SelectOption[];
	themeOptions: SelectOption[];
}

const options = {
	wording: [
		{ value: "exact", label: "Exact numbers: 4,316" },
		{ value: "rounded", label: "Round numbers below: more than 4,300" },
		{ value: "nearest", label: "Nearest round numbers: nearly 4,400, or more than 4,300" },
	],
	count: [
		{ value: "young_people", label: "Young people" },
		{ value: "people", label: "People, adults included" },
	],
	split: [
		{ value: "themes", label: "Each theme by itself" },
		{ value: "together", label: "All together" },
	],
	say: [
		{ value: "estimated", label: "Different young people, by estimate" },
		{ value: "places", label: "Schools and other places" },
		{ value: "adults", label: "Adults who took part" },
	],
};

/** What a line tells and in which words; sent by GET, so that every wording has an address. */
export function PressForm({ fields, errors }: { fields: PressFields; errors: FieldErrors }) {
	const error = (name: string) => errorFor(errors, name);
	return (
		<Form method="get" action="/publications/new" noValidate>
			<FieldRow>
				<DateInput name="from" label="From" defaultValue={fields.from} error={error("from")} />
				<DateInput name="to" label="To" defaultValue={fields.to} error={error("to")} />
				<Select
					name="team"
					label="Team"
					empty="The whole partnership"
					options={fields.teamOptions}
					defaultValue={fields.team}
					error={error("team")}
				/>
			</FieldRow>
			<div className="tt-press-form">
				<Checkboxes
					name="theme"
					legend="Themes"
					hint="All of them where none is ticked"
					options={fields.themeOptions}
					values={fields.themes}
					error={error("theme")}
				/>
				<Radios
					name="split"
					legend="Tell"
					options={options.split}
					value={fields.split}
					error={error("split")}
				/>
				<Radios
					name="count"
					legend="Count"
					options={options.count}
					value={fields.count}
					error={error("count")}
				/>
				<Checkboxes
					name="say"
					legend="Say besides"
					options={options.say}
					values={fields.say}
					error={error("say")}
				/>
				<Radios
					name="wording"
					legend="Numbers"
					options={options.wording}
					value={fields.wording}
					error={error("wording")}
				/>
			</div>
			<Button kind="secondary">Show this line</Button>
		</Form>
	);
}
