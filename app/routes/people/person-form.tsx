import { Form } from "react-router";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { DateInput, TextInput } from "#app/ui/text-input.tsx";

export interface PersonChoices {
	agencies: SelectOption[];
	teams: SelectOption[];
	themes: { name: string; programmes: SelectOption[] }[];
}

interface Props extends PersonChoices {
	values: Fields;
	errors: FieldErrors | undefined;
	submit: string;
	cancelHref: string;
}

/** Adding and editing a person who delivers. */
export function PersonForm(props: Props) {
	const { values, errors, agencies, teams, themes, submit, cancelHref } = props;
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
		autoComplete: "off",
	});
	return (
		<Form method="post" noValidate>
			<FormSection title="Who they are">
				<TextInput {...field("name")} label="Name" />
				<TextInput
					{...field("email")}
					label="Email address"
					hint="Where their invites are sent"
					type="email"
					spellCheck={false}
				/>
				<TextInput
					{...field("phone")}
					label="Telephone number"
					hint="For the team only, never in an invite"
					type="tel"
					width={20}
				/>
				<Select {...field("agency")} label="Agency" options={agencies} empty="Choose an agency" />
				<Checkboxes
					name="teams"
					legend="Teams"
					options={teams}
					values={manyOf(values, "teams")}
					error={errorFor(errors, "teams")}
				/>
			</FormSection>
			<FormSection title="What they may deliver">
				<Checkboxes
					name="programmes"
					legend="Programmes"
					legendHidden
					hint="Give a last day where the qualification runs out"
					groups={themes.map(({ name, programmes }) => ({
						legend: name,
						options: programmes.map((programme) => ({
							...programme,
							conditional: <LastDay {...{ programme, values, errors }} />,
						})),
					}))}
					values={manyOf(values, "programmes")}
					error={errorFor(errors, "programmes")}
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

interface LastDayProps extends Pick<Props, "values" | "errors"> {
	programme: SelectOption;
}

function LastDay({ programme, values, errors }: LastDayProps) {
	const name = `until.${programme.value}`;
	return (
		<DateInput
			name={name}
			label={
				<>
					Last day<span className="govuk-visually-hidden"> for {programme.label}</span>
				</>
			}
			hint="Leave empty for no end"
			defaultValue={textOf(values, name)}
			error={errorFor(errors, name)}
		/>
	);
}
