import type { ReactNode } from "react";
import { Form } from "react-router";
import { phaseLabels, venueKindLabels } from "#app/domain/venues/venue-kinds.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow, FormSection } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	districts: SelectOption[];
	submit: string;
	cancelHref: string;
	/** Said above the name and address: who is told of a change. */
	addressNote?: ReactNode;
}

const options = (labels: Record<string, string>) =>
	Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Adding and editing a venue. */
export function VenueForm({ values, errors, districts, submit, cancelHref, addressNote }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<Form method="post" noValidate>
			<FormSection title="What it is">
				{addressNote}
				<TextInput {...field("name")} label="Name" autoComplete="off" />
				<Radios
					name="kind"
					legend="Kind of place"
					layout="inline"
					options={options(venueKindLabels)}
					value={textOf(values, "kind")}
					error={errorFor(errors, "kind")}
				/>
				<FieldRow>
					<TextInput
						{...field("urn")}
						label="URN"
						hint="Schools only, 6 digits"
						width={10}
						inputMode="numeric"
						autoComplete="off"
					/>
					<Select
						{...field("phase")}
						label="Phase"
						hint="Schools only"
						options={options(phaseLabels)}
						empty="None"
					/>
				</FieldRow>
				<FieldRow>
					<NumberInput {...field("lowAge")} label="Lowest age" width={3} />
					<NumberInput {...field("highAge")} label="Highest age" width={3} />
					<NumberInput {...field("pupils")} label="Pupils" width={5} />
					<TextInput
						{...field("fsmPercent")}
						label="On free school meals"
						width={5}
						suffix="%"
						inputMode="decimal"
						autoComplete="off"
					/>
				</FieldRow>
			</FormSection>
			<FormSection title="Where it is">
				<TextInput {...field("street")} label="Street" autoComplete="off" />
				<FieldRow>
					<TextInput {...field("town")} label="Town" width={20} autoComplete="off" />
					<TextInput {...field("postcode")} label="Postcode" width={10} autoComplete="off" />
				</FieldRow>
				<Select
					{...field("district")}
					label="District"
					options={districts}
					empty="Not known, or outside the area"
				/>
				<FieldRow>
					<NumberInput {...field("easting")} label="Easting" width={10} />
					<NumberInput {...field("northing")} label="Northing" width={10} />
				</FieldRow>
				<p className="govuk-hint">
					Easting and northing on the national grid, in metres, are for travel times. Leave them
					empty if you do not know them.
				</p>
			</FormSection>
			<FormSection title="For those who go there">
				<Textarea {...field("parking")} label="Parking" hint="Shown to facilitators" rows={2} />
				<Textarea
					{...field("reception")}
					label="Reception"
					hint="Where to report, what to bring, whom to ask for. Shown to facilitators"
					rows={2}
				/>
				<Textarea
					{...field("rooms")}
					label="Rooms"
					hint="One on each line, as the school calls them. Two sessions cannot be in one room at once"
				/>
				<Textarea
					{...field("sensitivities")}
					label="Sensitivities"
					hint="For coordinators and the facilitators who go there, never sent to anyone. No names or details of pupils"
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
