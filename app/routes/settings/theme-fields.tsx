import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";

export const themeNouns: Nouns = { noun: "theme" };

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
}

export function ThemeFields({ values, errors }: Props) {
	return (
		<>
			<TextInput
				name="name"
				label="Name"
				hint="Such as Knife crime. Reach under the old name is shown under the new one"
				defaultValue={textOf(values, "name")}
				error={errorFor(errors, "name")}
				autoComplete="off"
			/>
			<NumberInput
				name="position"
				label="Place in lists"
				hint="Themes are listed from the lowest number up"
				width={3}
				defaultValue={textOf(values, "position")}
				error={errorFor(errors, "position")}
			/>
		</>
	);
}
