import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { Hidden } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { CardFacts } from "./card-facts.ts";

interface Props {
	card: CardFacts;
	sent: { answer: string; note: string } | null;
	errors: FieldErrors;
}

const withWords = [
	{
		answer: "another_time",
		summary: "Ask for another time",
		label: "Which days and times would suit you?",
		button: "Ask for another time",
	},
	{
		answer: "declined",
		summary: "Decline",
		label: "Why do you decline?",
		button: "Decline",
	},
];

/** Accepting is one press; whoever cannot says why, in words that the team reads as they are. */
export function AnswerForms({ card, sent, errors }: Props) {
	const accepted = card.answer?.kind === "accepted";
	return (
		<div className="tt-school__answers">
			{!accepted && (
				<AnswerForm card={card} answer="accepted">
					<Button>Accept</Button>
				</AnswerForm>
			)}
			{withWords.map(({ answer, summary, label, button }) => {
				const mine = sent?.answer === answer;
				return (
					<Details key={answer} summary={summary} open={mine}>
						<AnswerForm card={card} answer={answer}>
							<Textarea
								name="note"
								id={mine ? "note" : `note-${answer}`}
								label={label}
								hint="No names or details of pupils"
								rows={3}
								defaultValue={mine ? sent.note : ""}
								error={mine ? errorFor(errors, "note") : undefined}
							/>
							<Button kind="secondary">{button}</Button>
						</AnswerForm>
					</Details>
				);
			})}
		</div>
	);
}

interface FormProps {
	card: CardFacts;
	answer: string;
	children: ReactNode;
}

function AnswerForm({ card, answer, children }: FormProps) {
	return (
		<Form method="post" action={card.address} noValidate>
			<Hidden name="intent" value="answer" />
			<Hidden name="sequence" value={card.sequence} />
			<Hidden name="answer" value={answer} />
			{children}
		</Form>
	);
}
