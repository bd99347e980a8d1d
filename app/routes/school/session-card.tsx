import { ButtonLink } from "#app/ui/button.tsx";
import { Checkboxes } from "#app/ui/checkboxes.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { Inset } from "#app/ui/inset.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { AnswerForms } from "./answer-forms.tsx";
import type { CardFacts } from "./card-facts.ts";

interface Props {
	card: CardFacts;
	/** What was sent and has to be mended. */
	sent?: { answer: string; note: string } | null;
	errors?: FieldErrors;
}

/** A session that is to come: when, where, for whom, what to prepare, and what to say to it. */
export function SessionCard({ card, sent = null, errors = [] }: Props) {
	return (
		<article className="tt-stop tt-stop--next tt-school">
			<div className="tt-stop__head">
				<h2 className="tt-stop__title">
					<span className="tt-stop__time">{card.time}</span>
					<span className="tt-school__date">
						{card.date} <span className="tt-quiet">{card.relative}</span>
					</span>
				</h2>
				<StatusTag status={card.status} />
			</div>
			<p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-2">
				{card.programme}
			</p>
			<SummaryList
				plain
				rows={[
					{ key: "Where", value: card.place },
					{ key: "Room", value: card.room ?? "Please tell us which room" },
					{ key: "For", value: card.audience },
					{ key: "Reference", value: card.reference },
				]}
			/>
			{card.status === "provisional" && (
				<p className="govuk-body">
					It is provisional: please keep the time free. We will write again to confirm it.
				</p>
			)}
			{card.status !== "cancelled" && (
				<>
					<Prepare lines={card.prepare} reference={card.reference} />
					<Answer card={card} sent={sent} errors={errors} />
					<ButtonLink href={card.calendar} kind="secondary">
						Add to calendar
					</ButtonLink>
				</>
			)}
			<TeamLine team={card.team} />
		</article>
	);
}

function Prepare({ lines, reference }: { lines: string[]; reference: string }) {
	if (lines.length === 0) return null;
	return (
		<Checkboxes
			name={`prepared-${reference}`}
			legend="What to prepare"
			legendSize="s"
			hint="Tick as you go: your ticks stay on this page and are not sent"
			options={lines.map((line) => ({ value: line, label: line }))}
		/>
	);
}

function Answer({ card, sent, errors }: Required<Props>) {
	const { answer, mayAnswer } = card;
	return (
		<>
			{answer && (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">
						<strong>You answered: {answer.word}</strong>{" "}
						<span className="tt-quiet">{answer.when}</span>
					</p>
					{answer.note && (
						<p className="govuk-body govuk-!-margin-bottom-0 tt-as-typed">{answer.note}</p>
					)}
				</Inset>
			)}
			{mayAnswer && <AnswerForms card={card} sent={sent} errors={errors} />}
		</>
	);
}

export function TeamLine({ team }: Pick<CardFacts, "team">) {
	return (
		<p className="govuk-body govuk-!-margin-bottom-0">
			Something is not right? Write to{" "}
			<a className="govuk-link" href={`mailto:${team.email}`}>
				{team.email}
			</a>
			{team.phone && (
				<>
					{" "}
					or call{" "}
					<a className="govuk-link tt-nowrap" href={`tel:${team.phone.replace(/[^\d+]/g, "")}`}>
						{team.phone}
					</a>
				</>
			)}{" "}
			({team.name}).
		</p>
	);
}
