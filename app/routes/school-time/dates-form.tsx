import type { ReactNode } from "react";
import { Form } from "react-router";
import { schoolDateKindLabels, schoolDateKinds } from "#app/domain/school-time/date-kinds.ts";
import { keyStages, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { DateInput, TextInput } from "#app/ui/text-input.tsx";

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	submit: string;
	cancelHref: string;
	/** Further buttons. */
	children?: ReactNode;
}

const hints = {
	term: "From the first to the last day, half-term included",
	half_term: "A break inside a term",
	inset: "Staff only: pupils are not there",
	exams: "Days on which year groups sit exams",
};

/** Adding and changing a term, a half-term, INSET days or exams. */
export function DatesForm({ values, errors, submit, cancelHref, children }: Props) {
	const kind = textOf(values, "kind");
	return (
		<Form method="post" noValidate>
			<Radios
				name="kind"
				legend="What is it?"
				value={kind}
				error={errorFor(errors, "kind")}
				options={schoolDateKinds.map((value) => ({
					value,
					label: schoolDateKindLabels[value],
					hint: hints[value],
					...(value === "exams" && { conditional: <ExamYears values={values} errors={errors} /> }),
				}))}
			/>
			<FieldRow>
				<DateInput
					name="from"
					label="First day"
					defaultValue={textOf(values, "from")}
					error={errorFor(errors, "from")}
				/>
				<DateInput
					name="to"
					label="Last day"
					defaultValue={textOf(values, "to")}
					error={errorFor(errors, "to")}
				/>
			</FieldRow>
			<p className="govuk-hint tt-under-row">An empty last day means one day.</p>
			<TextInput
				name="name"
				label="Name (optional)"
				hint="Such as Autumn term, or GCSEs"
				width={20}
				autoComplete="off"
				defaultValue={textOf(values, "name")}
				error={errorFor(errors, "name")}
			/>
			<ButtonGroup>
				<Button>{submit}</Button>
				{children}
				<AppLink className="govuk-link" href={cancelHref}>
					Cancel
				</AppLink>
			</ButtonGroup>
		</Form>
	);
}

function ExamYears({ values, errors }: Pick<Props, "values" | "errors">) {
	return (
		<Checkboxes
			name="yearGroups"
			legend="Year groups"
			hint="None means everybody"
			layout="inline"
			values={manyOf(values, "yearGroups")}
			error={errorFor(errors, "yearGroups")}
			options={keyStages
				.flatMap(({ yearGroups }) => yearGroups)
				.filter((code) => code !== "Mixed")
				.map((value) => ({ value, label: yearGroupLabel(value) }))}
		/>
	);
}
