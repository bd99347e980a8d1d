import { Form } from "react-router";
import { notDeliveredLabels } from "#app/domain/sessions/close-out.ts";
import { followUpKinds, followUpLabels } from "#app/domain/sessions/follow-ups.ts";
import { keyStages, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Select } from "#app/ui/select.tsx";
import { Stepper } from "#app/ui/stepper.tsx";
import { Hidden, NumberInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { CloseOutAnswers } from "./close-out-answers.ts";
import { CountedChoice } from "./counted-choice.tsx";

interface Props {
	answers: CloseOutAnswers;
	errors: FieldErrors;
	/** A record is put right: its reason is asked for. */
	correcting?: boolean;
}

/** What happened at a session, made for a thumb: only what the first answer calls for is shown. */
export function CloseOutForm({ answers, errors, correcting = false }: Props) {
	const asked = { answers, errors };
	return (
		<Form method="post" noValidate className="tt-close-out">
			<Hidden name="version" value={answers.version} />
			{/* why first: pressing Enter in a field presses a form's first button. */}
			<button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
				Record
			</button>
			<Radios
				name="outcome"
				legend="Did it happen?"
				layout="inline"
				large
				value={answers.outcome}
				error={errorFor(errors, "outcome")}
				options={[
					{ value: "delivered", label: "Yes" },
					{ value: "not_delivered", label: "No" },
				]}
			/>
			<div className="tt-close-out__yes">
				<Headcounts {...asked} />
			</div>
			<div className="tt-close-out__no">
				<Radios
					name="reason"
					legend="Why not?"
					value={answers.reason}
					error={errorFor(errors, "reason")}
					options={Object.entries(notDeliveredLabels).map(([value, label]) => ({ value, label }))}
				/>
			</div>
			<div className="tt-close-out__end">
				<div className="tt-close-out__more">
					<div className="tt-close-out__yes">
						<AddYearGroup {...asked} />
					</div>
					<div className="tt-close-out__yes">
						<FollowUps {...asked} />
					</div>
					<div>
						<Note {...asked} />
					</div>
				</div>
				{correcting && (
					<Textarea
						name="correctionReason"
						label="Why is the record corrected?"
						hint="Stays in the history, with the figures as they were"
						rows={2}
						defaultValue={answers.correctionReason}
						error={errorFor(errors, "correctionReason")}
					/>
				)}
				<Button>{correcting ? "Correct the record" : "Record"}</Button>
			</div>
		</Form>
	);
}

type Asked = Omit<Props, "correcting">;

function Headcounts({ answers, errors }: Asked) {
	return (
		<>
			<fieldset className="govuk-fieldset tt-close-out__numbers">
				<legend className="govuk-fieldset__legend">How many came?</legend>
				<div className="tt-close-out__boxes">
					{answers.groups.map(({ yearGroup, label, youngPeople }) => (
						<Stepper
							key={yearGroup}
							name={`headcounts.${yearGroup}`}
							label={label}
							max={2000}
							defaultValue={youngPeople}
							error={errorFor(errors, `headcounts.${yearGroup}`)}
						/>
					))}
					<Stepper
						name="adults"
						label="Adults"
						max={2000}
						defaultValue={answers.adults}
						error={errorFor(errors, "adults")}
					/>
				</div>
			</fieldset>
			<CountedChoice value={answers.counted} error={errorFor(errors, "counted")} />
		</>
	);
}

/** Sends the form for another box, which works without scripts; nothing is recorded by it. */
function AddYearGroup({ answers, errors }: Asked) {
	const shown = new Set(answers.groups.map(({ yearGroup }) => yearGroup));
	const groups = keyStages.flatMap(({ label, yearGroups }) => {
		const left = yearGroups.filter((code) => !shown.has(code));
		const options = left.map((code) => ({ value: code, label: yearGroupLabel(code) }));
		return options.length === 0 ? [] : [{ label, options }];
	});
	const error = errorFor(errors, "addYearGroup");
	if (groups.length === 0) return null;
	return (
		<Details summary="Another year group" open={error !== undefined || shown.size === 0}>
			<Select
				name="addYearGroup"
				label="Year group"
				empty="Choose a year group"
				options={[]}
				groups={groups}
				error={error}
			/>
			<Button kind="secondary" name="intent" value="add-year-group">
				Add year group
			</Button>
		</Details>
	);
}

function FollowUps({ answers: { followUps }, errors }: Asked) {
	const filled = Object.values(followUps).some((count) => count !== "");
	const wrong = errors.some(({ field }) => field.startsWith("followUps"));
	return (
		<Details summary="Passed on" open={filled || wrong}>
			<p className="govuk-hint">
				How many young people were passed on to other services, by kind. Numbers only.
			</p>
			<div className="tt-close-out__kinds">
				{followUpKinds.map((kind) => (
					<NumberInput
						key={kind}
						name={`followUps.${kind}`}
						label={followUpLabels[kind]}
						width={3}
						defaultValue={followUps[kind]}
						error={errorFor(errors, `followUps.${kind}`)}
					/>
				))}
			</div>
		</Details>
	);
}

function Note({ answers, errors }: Asked) {
	const error = errorFor(errors, "note");
	return (
		<Details summary="Note" open={error !== undefined || answers.note !== ""}>
			<Textarea
				name="note"
				label="Note"
				hint="No names or details of pupils"
				rows={3}
				defaultValue={answers.note}
				error={error}
			/>
		</Details>
	);
}
