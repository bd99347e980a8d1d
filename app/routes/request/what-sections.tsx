import { YearGroupChoice } from "#app/routes/sessions/year-group-choice.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { DateInput, NumberInput, TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { SectionProps } from "./ask-form.tsx";

/** The menu: what each programme is, and what it needs of the school. */
export function ProgrammesSection({ answers, view, errors }: SectionProps) {
	const severalThemes = new Set(view.programmes.map(({ theme }) => theme)).size > 1;
	if (view.programmes.length === 0) {
		return (
			<p className="govuk-body" id="programmes">
				No programme can be asked for at the moment. Please try again later.
			</p>
		);
	}
	return (
		<Checkboxes
			name="programmes"
			legend="Programmes"
			hint="Choose all that you would like"
			layout="cards"
			error={errorFor(errors, "programmes")}
			values={answers.programmes}
			options={view.programmes.map(({ id, name, theme, summary, facts, needs }) => ({
				value: id,
				label: name,
				lines: [
					...(severalThemes && theme !== name ? [theme] : []),
					facts,
					...(summary ? [summary] : []),
					...(needs.length > 0 ? [`You provide: ${needs.join("; ")}`] : []),
				],
			}))}
		/>
	);
}

export function GroupSection({ answers, errors }: SectionProps) {
	const { text } = answers;
	return (
		<>
			<YearGroupChoice values={answers.yearGroups} error={errorFor(errors, "yearGroups")} />
			<NumberInput
				name="expectedYoungPeople"
				label="How many young people in all?"
				hint="A good guess will do"
				error={errorFor(errors, "expectedYoungPeople")}
				defaultValue={text.expectedYoungPeople}
			/>
			<NumberInput
				name="groups"
				label="In how many groups?"
				hint="For example 3 classes, or 1 for an assembly"
				error={errorFor(errors, "groups")}
				defaultValue={text.groups}
			/>
			<TextInput
				name="room"
				label="Room (optional)"
				hint="If you know it already"
				width={20}
				autoComplete="off"
				error={errorFor(errors, "room")}
				defaultValue={text.room}
			/>
			<Textarea
				name="equipment"
				label="What is in the room? (optional)"
				hint="Projector, sound, tables"
				rows={2}
				error={errorFor(errors, "equipment")}
				defaultValue={text.equipment}
			/>
		</>
	);
}

const places = ["First choice", "Second choice (optional)", "Third choice (optional)"];

export function DatesSection({ answers: { text }, errors }: SectionProps) {
	return (
		<>
			<p className="govuk-body">
				The dates that suit you best, in order. Three to four weeks’ notice is usual.
			</p>
			{places.map((label, at) => {
				const [date, periods] = [`date${at + 1}`, `periods${at + 1}`];
				return (
					<fieldset className="govuk-fieldset tt-ask-date" key={label}>
						<legend className="govuk-fieldset__legend">{label}</legend>
						<FieldRow>
							<DateInput
								name={date}
								label="Date"
								error={errorFor(errors, date)}
								defaultValue={text[date]}
							/>
							<TextInput
								name={periods}
								label="Lesson or time (optional)"
								width={20}
								autoComplete="off"
								error={errorFor(errors, periods)}
								defaultValue={text[periods]}
							/>
						</FieldRow>
					</fieldset>
				);
			})}
			<p className="govuk-hint">For the lesson: “period 3”, “periods 1 and 2” or “after lunch”.</p>
		</>
	);
}
