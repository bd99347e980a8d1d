import { Form } from "react-router";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { Select } from "#app/ui/select.tsx";
import { NumberInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { ChangeForm } from "./answer-change.ts";
import { ChangeFoot, FormOrigin } from "./change-parts.tsx";
import type { EditValues } from "./edit-answers.ts";
import type { EditView } from "./edit-view.ts";
import { useLiveView } from "./use-live-view.ts";
import { YearGroupChoice } from "./year-group-choice.tsx";

interface Props {
	reference: string;
	form: ChangeForm<EditValues>;
	view: EditView;
}

const watched = ["programme", "yearGroups", "expectedYoungPeople"];

/** What is delivered, to whom, and what is written about it. */
export function EditForm({ reference, form, view: served }: Props) {
	const address = `/sessions/${reference}/edit`;
	const { view, refresh } = useLiveView(served, address, watched);
	const { values, errors } = form;
	return (
		<Form method="post" action={address} onChange={refresh} noValidate>
			<FormOrigin version={form.version} was={form.was} />
			<Select
				name="programme"
				label="Programme"
				options={view.own}
				groups={view.themes}
				error={errorFor(errors, "programme")}
				defaultValue={values.programme}
			/>
			<YearGroupChoice values={values.yearGroups} error={errorFor(errors, "yearGroups")} />
			<NumberInput
				name="expectedYoungPeople"
				label="Expected number of young people"
				error={errorFor(errors, "expectedYoungPeople")}
				defaultValue={values.expectedYoungPeople}
			/>
			<Measure>
				<Textarea
					name="prepare"
					label="What the school is asked to prepare"
					hint="A line each. Stands in every invite that is sent from now on"
					error={errorFor(errors, "prepare")}
					defaultValue={values.prepare}
				/>
				<Textarea
					name="notes"
					label="Notes for the team (optional)"
					hint="For coordinators and those who deliver, never sent. No names or details of pupils"
					error={errorFor(errors, "notes")}
					defaultValue={values.notes}
				/>
			</Measure>
			<ChangeFoot
				{...form}
				preview={view.preview}
				button="Save details"
				intent="edit"
				back={`/sessions/${reference}`}
				waiting="Nothing yet. Another programme changes what calendars show; everything else does not."
			/>
		</Form>
	);
}
