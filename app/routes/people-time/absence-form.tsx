import { absenceKinds } from "#app/domain/people/absence-kinds.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { DateInput, TimeInput } from "#app/ui/text-input.tsx";

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
}

const labels = { leave: "Leave", training: "Training", sick: "Off sick", other: "Something else" };

/** Why and when somebody is away. */
export function AbsenceFields({ values, errors }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<>
			<Radios
				name="kind"
				legend="Why are they away?"
				value={textOf(values, "kind")}
				error={errorFor(errors, "kind")}
				options={absenceKinds.map((value) => ({ value, label: labels[value] }))}
			/>
			<FieldRow>
				<DateInput {...field("from")} label="First day" />
				<DateInput {...field("to")} label="Last day" />
			</FieldRow>
			<p className="govuk-hint tt-under-row">An empty last day means one day.</p>
			<FieldRow>
				<TimeInput {...field("starts")} label="From (optional)" />
				<TimeInput {...field("ends")} label="Until (optional)" />
			</FieldRow>
			<p className="govuk-hint tt-under-row">Times are for a part of one day.</p>
		</>
	);
}
