import { Checkboxes } from "#app/ui/checkboxes.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { Radios } from "#app/ui/radios.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { BookingPartProps } from "./booking-form.tsx";
import type { BookingView } from "./booking-view.ts";
import { FacilitatorChoice } from "./facilitator-choice.tsx";

/** Who delivers: team, facilitators, and what only they are to know. */
export function BookingWho({ answers, view, errors }: BookingPartProps) {
	const { teams, team, facilitators } = view;
	return (
		<FormSection title="Who delivers">
			<TeamChoice teams={teams} team={team} error={errorFor(errors, "team")} />
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

interface TeamProps {
	teams: BookingView["teams"];
	team: string;
	error: string | undefined;
}

/** Asked only where there is more than one, or where something was wrong with it. */
function TeamChoice({ teams, team, error }: TeamProps) {
	if (teams.length === 0) {
		return (
			<p className="govuk-body" id="team">
				There is no team yet: an administrator adds teams in the settings.
			</p>
		);
	}
	if (teams.length === 1 && !error) return <Hidden name="team" value={team} />;
	return (
		<Radios
			name="team"
			legend="Team"
			layout="inline"
			error={error}
			value={team}
			options={teams.map(({ id, name }) => ({ value: id, label: name }))}
		/>
	);
}
