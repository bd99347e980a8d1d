import { askedLabels, betterLabels } from "#app/domain/evaluation/question-input.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Select } from "#app/ui/select.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";

export const questionNouns: Nouns = {
	noun: "question",
	choices: { about: "all sessions, or a theme or programme in use" },
};

export interface AboutChoices {
	themes: { id: string; name: string }[];
	programmes: { id: string; name: string }[];
}

interface Props {
	values: Fields;
	errors: FieldErrors | undefined;
}

/** What an edit may change. */
export function WordingFields({ values, errors }: Props) {
	return (
		<>
			<TextInput
				name="text"
				label="Statement"
				hint="One short sentence that somebody agrees or disagrees with"
				defaultValue={textOf(values, "text")}
				error={errorFor(errors, "text")}
				autoComplete="off"
			/>
			<Radios
				name="better"
				legend="Which answer shows that something was learned?"
				layout="inline"
				value={textOf(values, "better")}
				error={errorFor(errors, "better")}
				options={Object.entries(betterLabels).map(([value, label]) => ({ value, label }))}
			/>
			<NumberInput
				name="position"
				label="Place in the list"
				hint="Asked from the lowest number up"
				width={3}
				defaultValue={textOf(values, "position")}
				error={errorFor(errors, "position")}
			/>
		</>
	);
}

/** What a question is for as long as there is one. */
export function QuestionFields({ values, errors, choices }: Props & { choices: AboutChoices }) {
	const option =
		(kind: string) =>
		({ id, name }: { id: string; name: string }) => ({
			value: `${kind}:${id}`,
			label: name,
		});
	return (
		<>
			<Radios
				name="asks"
				legend="Who is asked?"
				value={textOf(values, "asks")}
				error={errorFor(errors, "asks")}
				options={Object.entries(askedLabels).map(([value, label]) => ({ value, label }))}
			/>
			<Select
				name="about"
				label="At which sessions?"
				empty="All sessions"
				options={[]}
				groups={[
					{ label: "One theme", options: choices.themes.map(option("theme")) },
					{ label: "One programme", options: choices.programmes.map(option("programme")) },
				]}
				defaultValue={textOf(values, "about")}
				error={errorFor(errors, "about")}
			/>
			<WordingFields values={values} errors={errors} />
		</>
	);
}
