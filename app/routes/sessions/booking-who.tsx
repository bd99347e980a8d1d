import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { BookingPartProps } from "./booking-form.tsx";
import { FacilitatorChoice } from "./facilitator-choice.tsx";

/** Who delivers: team, facilitators, and what only they are to know. */
export function BookingWho({ answers, view, errors }: BookingPartProps) {
	const { teams, team, facilitators } = view;
	return (
		<FormSection title="Who delivers">
			{teams.length === 1 ? (
				<Hidden name="team" value={team} />
			) : (
				<Radios
					name="team"
					legend="Team"
					layout="inline"
					error={errorFor(errors, "team")}
					value={team}
					options={teams.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			)}
			<FacilitatorChoice
				groups={facilitators}
				chosen={answers.facilitators}
				lead={answers.lead}
				error={errorFor(errors, "facilitators")}
			/>
			<Textarea
				name="notes"
				label="Notes for the team (optional)"
				hint="For coordinators and those who deliver, never sent. No names or details of pupils"
				rows={3}
				error={errorFor(errors, "notes")}
				defaultValue={answers.notes}
			/>
			<Checkboxes
				name="hold"
				legend="Invites"
				legendHidden
				values={answers.hold ? ["on"] : []}
				options={[
					{
						value: "on",
						label: "Save now, send the invites later",
						hint: "They wait in the outbox until somebody sends them",
					},
				]}
			/>
		</FormSection>
	);
}
