import type { TagColour } from "./tag.tsx";

export type SessionStatusShown =
	| "provisional"
	| "confirmed"
	| "delivered"
	| "cancelled"
	| "not_delivered"
	| "awaiting_close_out";

const LOOK: Record<SessionStatusShown, { colour: TagColour; word: string }> = {
	provisional: { colour: "yellow", word: "Provisional" },
	confirmed: { colour: "blue", word: "Confirmed" },
	delivered: { colour: "green", word: "Delivered" },
	cancelled: { colour: "grey", word: "Cancelled" },
	not_delivered: { colour: "red", word: "Not delivered" },
	awaiting_close_out: { colour: "purple", word: "Awaiting close-out" },
};

/** Where a session stands: word, colour and shape. */
export function StatusTag({ status }: { status: SessionStatusShown }) {
	const { colour, word } = LOOK[status];
	return (
		<strong className={`govuk-tag govuk-tag--${colour} tt-status tt-status--${status}`}>
			{word}
		</strong>
	);
}
