import type { ReactNode } from "react";
import { Form } from "react-router";
import { keyStages, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

export interface ProgrammeFormChoices {
	themes: SelectOption[];
	agencies: SelectOption[];
}

interface Props extends ProgrammeFormChoices {
	values: Fields;
	errors: FieldErrors | undefined;
	submit: string;
	cancelHref: string;
	/** Said at the name: who is told of a change. */
	nameNote?: ReactNode;
}

const yearGroupChoices = keyStages.map(({ label, yearGroups }) => ({
	legend: label,
	options: yearGroups.map((code) => ({ value: code, label: yearGroupLabel(code) })),
}));

/** Adding and editing a programme. */
export function ProgrammeForm(props: Props) {
	const { values, errors, themes, agencies, submit, cancelHref, nameNote } = props;
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	const ticks = (name: string) => ({
		name,
		values: manyOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<Form method="post" noValidate>
			<FormSection title="What it is">
				{nameNote}
				<TextInput
					{...field("name")}
					label="Name"
					hint="As schools and calendars show it"
					autoComplete="off"
				/>
				<Select {...field("theme")} label="Theme" options={themes} empty="Choose a theme" />
				<Textarea {...field("summary")} label="Summary" hint="Shown to schools" rows={3} />
				<FieldRow>
					<NumberInput
						{...field("lengthMinutes")}
						label="Length"
						hint="As it is usually booked"
						suffix="minutes"
					/>
					<NumberInput {...field("largestGroup")} label="Largest group" hint="Empty for any size" />
				</FieldRow>
			</FormSection>
			<FormSection title="Who it is for">
				<Checkboxes
					{...ticks("yearGroups")}
					legend="Year groups"
					hint="None ticked means that it suits every year group"
					layout="inline"
					groups={yearGroupChoices}
				/>
			</FormSection>
			<FormSection title="What it takes">
				<NumberInput {...field("facilitatorsNeeded")} label="Facilitators needed" />
				<Checkboxes
					{...ticks("agenciesNeeded")}
					legend="Agencies that must be present"
					hint="Leave empty if it does not matter who delivers"
					options={agencies}
				/>
				<Textarea
					{...field("bring")}
					label="What to bring"
					hint="One thing on each line, for those who deliver: it stands on their day, and is never sent"
				/>
				<Textarea
					{...field("schoolProvides")}
					label="What the school provides"
					hint="One thing on each line. Sent with every invite for sessions booked from now on"
				/>
			</FormSection>
			<ButtonGroup>
				<Button>{submit}</Button>
				<AppLink className="govuk-link" href={cancelHref}>
					Cancel
				</AppLink>
			</ButtonGroup>
		</Form>
	);
}
