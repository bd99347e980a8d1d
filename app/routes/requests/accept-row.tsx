import { yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { ClashNotice } from "#app/routes/sessions/clash-notice.tsx";
import { warningItems } from "#app/routes/sessions/warning-items.ts";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { DateInput, Hidden, NumberInput, TextInput, TimeInput } from "#app/ui/text-input.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import type { RowAnswers } from "./accept-answers.ts";
import type { RowVerdict } from "./accept-verdict.ts";
import type { OfferedPerson } from "./accept-view.ts";

interface Props {
	row: RowAnswers;
	title: string;
	needed: number;
	deliverers: OfferedPerson[];
	/** Year groups that the request names. */
	asked: readonly string[];
	errors: FieldErrors;
	verdict: RowVerdict | undefined;
}

/** One session that the request becomes. */
export function AcceptRow({ row, title, needed, deliverers, asked, errors, verdict }: Props) {
	const { prefix } = row;
	const field = (name: "date" | "start" | "end" | "room" | "expectedYoungPeople") => ({
		name: `${prefix}.${name}`,
		error: errorFor(errors, `${prefix}.${name}`),
		defaultValue: row[name],
	});
	const codes = yearGroups.filter((code) => asked.includes(code) || row.yearGroups.includes(code));
	return (
		<FormSection title={title}>
			<Hidden name={`${prefix}.programme`} value={row.programme} />
			<Checkboxes
				name={`${prefix}.take`}
				legend="Book"
				legendHidden
				error={errorFor(errors, `${prefix}.take`)}
				values={row.take ? ["on"] : []}
				options={[{ value: "on", label: "Book this one" }]}
			/>
			<ClashNotice clashes={verdict?.clashes ?? []} />
			<FieldRow>
				<DateInput {...field("date")} label="Date" />
				<TimeInput {...field("start")} label="Start" />
				<TimeInput {...field("end")} label="End" />
				<TextInput {...field("room")} label="Room (optional)" width={10} autoComplete="off" />
				<NumberInput {...field("expectedYoungPeople")} label="Young people" />
			</FieldRow>
			<Checkboxes
				name={`${prefix}.yearGroups`}
				legend="Year groups"
				layout="inline"
				error={errorFor(errors, `${prefix}.yearGroups`)}
				values={row.yearGroups}
				options={codes.map((code) => ({ value: code, label: yearGroupLabel(code) }))}
			/>
			{deliverers.length > 0 ? (
				<Checkboxes
					name={`${prefix}.facilitators`}
					legend="Facilitators"
					hint={`Needs ${needed}. The first one ticked leads`}
					layout="columns"
					error={errorFor(errors, `${prefix}.facilitators`)}
					values={row.facilitators}
					options={deliverers.map(({ id, name, about }) => ({
						value: id,
						label: name,
						hint: about,
					}))}
				/>
			) : (
				<p className="govuk-body" id={`${prefix}-facilitators`}>
					Nobody is qualified for this programme on that day.
				</p>
			)}
			<WarningList
				title="Before you book"
				prefix={`${prefix}.override`}
				warnings={warningItems(
					verdict?.warnings ?? [],
					row.reasons,
					errors
						.filter(({ field: name }) => name.startsWith(`${prefix}.override.`))
						.map(({ field: name, message }) => ({
							field: name.slice(prefix.length + 1),
							message,
						})),
				)}
				errors={errors}
			/>
		</FormSection>
	);
}
