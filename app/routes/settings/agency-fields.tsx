import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { TextInput } from "#app/ui/text-input.tsx";

export const agencyNouns: Nouns = { noun: "agency" };

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
}

export function AgencyFields({ values, errors }: Props) {
	return (
		<TextInput
			name="name"
			label="Name"
			hint="Such as Essex Police"
			defaultValue={textOf(values, "name")}
			error={errorFor(errors, "name")}
			autoComplete="off"
		/>
	);
}
