import { tokenLives } from "#app/domain/api/token.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { Button } from "#app/ui/button.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	errors: FieldErrors | undefined;
	values: Fields;
}

export function NewTokenForm({ errors, values }: Props) {
	const typed = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
	return (
		<form method="post" noValidate>
			<TextInput
				name="name"
				label="What the token is for"
				hint="Such as “Power BI” or “Partner’s diary”"
				autoComplete="off"
				defaultValue={typed("name")}
				error={errorFor(errors, "name")}
			/>
			<Radios
				name="days"
				legend="How long it lasts"
				hint="Shorter is safer: a token that was copied stops by itself"
				options={Object.entries(tokenLives).map(([value, label]) => ({ value, label }))}
				value={typed("days") || "90"}
				error={errorFor(errors, "days")}
			/>
			<Button>Make token</Button>
		</form>
	);
}
