import { Form } from "react-router";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { DayTimeline } from "#app/ui/day-timeline.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Hidden } from "#app/ui/text-input.tsx";
import type { ChangeForm } from "./answer-change.ts";
import { ChangeFoot, FormOrigin } from "./change-parts.tsx";
import { ClashNotice } from "./clash-notice.tsx";
import { FacilitatorChoice } from "./facilitator-choice.tsx";
import type { PeopleValues } from "./people-answers.ts";
import type { PeopleView } from "./people-view.ts";
import { useLiveView } from "./use-live-view.ts";

interface Props {
	reference: string;
	form: ChangeForm<PeopleValues>;
	view: PeopleView;
}

const watched = ["ask", "facilitators", "lead", "contacts"];

/** Who delivers and who is told. */
export function PeopleForm({ reference, form, view: served }: Props) {
	const address = `/sessions/${reference}/people/edit`;
	const { view, refresh } = useLiveView(served, address, watched);
	const { values, errors, clashes } = form;
	return (
		<Form method="post" action={address} onChange={refresh} noValidate>
			<FormOrigin version={form.version} was={form.was} />
			<Hidden name="ask" value="people" />
			<FacilitatorChoice
				groups={view.facilitators}
				chosen={values.facilitators}
				lead={values.lead}
				error={errorFor(errors, "facilitators")}
			/>
			{view.preview && clashes.length === 0 && <ClashNotice clashes={view.preview.clashes} />}
			<DayTimeline {...view.day} newTab />
			{view.contacts.length > 0 && (
				<Checkboxes
					name="contacts"
					legend="Who is told at the venue"
					hint="They get the invite"
					error={errorFor(errors, "contacts")}
					values={values.contacts}
					options={view.contacts.map(({ id, name, about }) => ({
						value: id,
						label: name,
						hint: about,
					}))}
				/>
			)}
			<ChangeFoot
				{...form}
				preview={view.preview}
				button="Save people"
				intent="people"
				back={`/sessions/${reference}`}
				waiting="Nothing yet. Whoever is new gets an invite, whoever leaves gets a cancellation."
			/>
		</Form>
	);
}
