import { data } from "react-router";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import type { OwedMessage } from "#app/data/owed-messages.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { manyOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { type ClashWords, refusalWords } from "#app/http/session-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";
import { straightAfter } from "./book-again.ts";
import type { BookingAnswers } from "./booking-answers.ts";
import { readBookingView } from "./booking-view.ts";
import type { MessagePreview } from "./message-previews.tsx";

export interface Shown {
	entered: Entered;
	answers: BookingAnswers;
	fields: Fields;
	intent: string;
}

interface Found {
	errors?: FieldErrors;
	outcome?: SessionOutcome;
	messages?: OwedMessage[];
}

/** The form again: with what has to be mended, or with what would happen. */
export async function answerBooking(
	{ entered, answers, fields, intent }: Shown,
	{ errors: found = [], outcome, messages = [] }: Found,
) {
	const view = await readBookingView(entered, answers);
	const words =
		outcome && !outcome.ok && outcome.reason !== "not_found"
			? refusalWords(outcome, { zone: entered.zone, reasons: answers.reasons })
			: null;
	const errors = words?.errors ?? asFarAsFilled(found, fields, intent);
	const clashes: ClashWords[] = words?.clashes ?? [];
	const warnings = outcome && "warnings" in outcome ? outcome.warnings : view.warnings;
	return data(
		{ answers, view: { ...view, warnings }, errors, clashes, messages: messages.map(preview) },
		{ status: words?.status ?? (errors.length > 0 ? 422 : 200) },
	);
}

/** why: whoever checks or searches half-way is not scolded for what is still to come. */
function asFarAsFilled(errors: FieldErrors, fields: Fields, intent: string): FieldErrors {
	if (intent === "book" || intent === "provisional") return errors;
	if (intent === "find") return [];
	return errors.filter(({ field }) => manyOf(fields, field).length > 0);
}

function preview({ toName, toAddress, subject, text }: OwedMessage): MessagePreview {
	return { to: toName, address: toAddress, subject, text };
}

/** What stands on the session's page after it was booked, and the next likely step. */
export function bookedFlash(session: SessionRecord, messages: number, shown: Shown): Flash {
	const { reference, status } = session;
	const { answers, entered } = shown;
	const what = status === "provisional" ? "Kept as provisional" : "Booked";
	const invites = countOf(messages, "invite", "invites");
	const sent = answers.hold ? `${invites} held back until you send them` : `${invites} on the way`;
	return {
		kind: "success",
		message: `${what}: ${reference}. ${messages === 0 ? "Nobody gets an invite yet" : sent}.`,
		nextStep:
			answers.hold && messages > 0
				? { href: `/sessions/${reference}/invites`, text: "Look at the invites and send them" }
				: {
						href: straightAfter(session, entered.zone),
						text: "Book another there, straight after",
					},
	};
}
