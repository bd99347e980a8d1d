import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import type { SelectOption } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

export const teamNouns: Nouns = {
	noun: "team",
	unique: { prefix: "reference prefix" },
	choices: { agencies: "agencies that are still in use" },
};

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
	agencies: SelectOption[];
}

export function TeamFields({ values, errors, agencies }: Props) {
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
		autoComplete: "off",
	});
	return (
		<>
			<TextInput {...field("name")} label="Name" hint="Invites come in this name" />
			<TextInput
				{...field("prefix")}
				label="Reference prefix"
				hint="2 to 6 letters, like JET in JET-2026-0147. References given so far keep theirs"
				width={5}
				spellCheck={false}
			/>
			<TextInput
				{...field("email")}
				label="Email address"
				hint="The team’s own, printed in every invite"
				type="email"
				spellCheck={false}
			/>
			<TextInput
				{...field("phone")}
				label="Telephone number"
				hint="The team’s own, printed in every invite"
				type="tel"
				width={20}
			/>
			<Checkboxes
				name="agencies"
				legend="Agencies in the team"
				options={agencies}
				values={manyOf(values, "agencies")}
				error={errorFor(errors, "agencies")}
			/>
		</>
	);
}
