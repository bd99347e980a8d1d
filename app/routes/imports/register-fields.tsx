import { listOf } from "#app/domain/format-number.ts";
import type { RegisterOptions } from "#app/domain/imports/register-file.ts";
import { registerTypeGroups } from "#app/domain/imports/register-types.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { DateInput, TextInput } from "#app/ui/text-input.tsx";

/** More local authorities than this are no longer anybody's own. */
const FEW = 12;

/** What the form begins with: what was asked for last time, else the authorities in use. */
export function firstValues(
	last: Pick<RegisterOptions, "laCodes" | "typeGroups" | "closedSince"> | null,
	known: readonly (readonly [code: string, name: string])[],
): Fields {
	const own = known.length <= FEW ? known.map(([code]) => code) : [];
	return {
		laCodes: (last?.laCodes ?? own).join(", "),
		typeGroups: last?.typeGroups ?? [],
		closedSince: last?.closedSince ?? "",
	};
}

/** "Essex 881 and Southend-on-Sea 882"; empty where there are none, or too many to read. */
export function authorityWords(known: readonly (readonly [code: string, name: string])[]): string {
	return known.length <= FEW ? listOf(known.map(([code, name]) => `${name} ${code}`)) : "";
}

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	/** Those in use here, in words. */
	authorities: string;
}

/** What to take from an extract of the register. */
export function RegisterFields({ values, errors, authorities }: Props) {
	return (
		<>
			<TextInput
				name="laCodes"
				label="Local authorities"
				labelSize="m"
				hint={`Their codes of 3 digits, with commas between. Leave it empty for all of England.${authorities ? ` In use here: ${authorities}` : ""}`}
				width="two-thirds"
				autoComplete="off"
				spellCheck={false}
				defaultValue={textOf(values, "laCodes")}
				error={errorFor(errors, "laCodes")}
			/>
			<Checkboxes
				name="typeGroups"
				legend="Types"
				legendSize="m"
				hint="Choose none for all of them. Universities, offshore and Welsh schools are always left out"
				options={registerTypeGroups.map((type) => ({ value: type, label: type }))}
				values={manyOf(values, "typeGroups")}
				error={errorFor(errors, "typeGroups")}
			/>
			<DateInput
				name="closedSince"
				label="Also bring in schools that closed since"
				labelSize="m"
				hint="For past sessions held there. They come in retired. Leave it empty for schools that are open only"
				defaultValue={textOf(values, "closedSince")}
				error={errorFor(errors, "closedSince")}
			/>
		</>
	);
}
