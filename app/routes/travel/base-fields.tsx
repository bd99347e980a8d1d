import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";

export const baseNouns: Nouns = {
	noun: "base",
	choices: { near: "a URN or a postcode of a venue on record whose place is known" },
};

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
}

/** A base's name and where it is. */
export function BaseFields({ values, errors }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
		autoComplete: "off",
	});
	return (
		<>
			<TextInput {...field("name")} label="Name" hint="Such as Chelmsford police station" />
			<FieldRow>
				<NumberInput {...field("easting")} label="Easting" width={10} />
				<NumberInput {...field("northing")} label="Northing" width={10} />
			</FieldRow>
			<p className="govuk-hint tt-under-row">In metres of the national grid.</p>
			<TextInput
				{...field("near")}
				label="Or a place on record"
				hint="URN or postcode of a venue nearby: its easting and northing are taken"
				width={10}
			/>
		</>
	);
}
