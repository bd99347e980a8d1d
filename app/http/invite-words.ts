import type { MessageHeading } from "#app/data/outbox-pages.ts";
import type { MessageStatus } from "#app/domain/invites/delivery.ts";
import type { InviteState } from "#app/domain/invites/invite-truth.ts";
import type { TagColour } from "#app/ui/tag.tsx";
import { momentWords } from "./history-words.ts";

/** A short word with its colour. */
export interface TagWords {
	word: string;
	colour: TagColour;
}

export const messageStatusWords: Record<MessageStatus, TagWords> = {
	held: { word: "Held", colour: "yellow" },
	waiting: { word: "Waiting", colour: "blue" },
	sending: { word: "Being sent", colour: "blue" },
	sent: { word: "Sent", colour: "green" },
	failed: { word: "Failed", colour: "red" },
	replaced: { word: "Not needed", colour: "grey" },
};

export const inviteStateWords: Record<InviteState, TagWords> = {
	current: { word: "Up to date", colour: "green" },
	ended: { word: "Told it is off", colour: "grey" },
	on_its_way: { word: "On its way", colour: "blue" },
	held: { word: "Held", colour: "yellow" },
	failed: { word: "Failed", colour: "red" },
	not_invited: { word: "Not invited", colour: "orange" },
	out_of_date: { word: "Out of date", colour: "red" },
};

const kinds: Record<string, string> = {
	invited: "Invitation",
	updated: "Update",
	cancelled: "Cancellation",
	removed: "Cancellation, for this person only",
	resent: "Sent again",
	webhook: "Webhook",
	account: "About an account",
	report: "Monthly report",
	request: "About a request",
};

/** What a message is: "Update". */
export function messageKind(why: string): string {
	return kinds[why] ?? "Message";
}

export const answerWords: Record<string, string> = {
	accepted: "Accepted",
	tentative: "Perhaps",
	declined: "Declined",
	another_time: "Asks for another time",
};

type Timed = Pick<
	MessageHeading,
	"status" | "attempts" | "attemptedAt" | "dueAt" | "sentAt" | "createdAt"
>;

/** Where a message stands, with its time: "Sent 25 November 2026, 9:00am". */
export function whenWords(message: Timed, now: Date, zone: string): string {
	const { status, attempts, attemptedAt, dueAt, sentAt, createdAt } = message;
	const moment = (at: Date | null) => (at ? momentWords(at, zone) : "");
	switch (status) {
		case "sent":
			return `Sent ${moment(sentAt)}`;
		case "failed":
			return `Given up ${moment(attemptedAt ?? createdAt)} after ${tries(attempts)}`;
		case "held":
			return `Written ${moment(createdAt)}, not sent`;
		case "replaced":
			return `Written ${moment(createdAt)}, overtaken by a later change and never sent`;
		case "sending":
			return "Being sent now";
		case "waiting":
			if (attempts === 0) return `Waiting since ${moment(createdAt)}`;
			return dueAt <= now
				? `Tried ${times(attempts)}, next now`
				: `Tried ${times(attempts)}, next ${moment(dueAt)}`;
	}
}

function tries(count: number): string {
	return count === 1 ? "1 try" : `${count} tries`;
}

function times(count: number): string {
	return count === 1 ? "once" : `${count} times`;
}

const ADVICE: [RegExp, string][] = [
	[
		/\b5\.1\.\d|no such|unknown (user|recipient)|user unknown|does not exist|invalid recipient|cannot be written/i,
		"This address does not exist. Ask for the right one, correct it on the contact or person, and then change the people of the session: the new address is invited.",
	],
	[
		/\b[45]\.2\.2|quota|mailbox (is )?full|over quota|storage/i,
		"This mailbox is full. Ask its owner to make room, then try again.",
	],
	[
		/\b5\.7\.\d|spam|policy|blocked|blacklist|blocklist|denied|not authori[sz]ed|relay/i,
		"The mail server does not want mail from us. Ask whoever looks after it, or ours, to allow it, then try again.",
	],
	[
		/\b5\.3\.4|too (large|big)|size/i,
		"The message is larger than the mail server takes. Shorten what the school is asked to prepare, then send again.",
	],
	[
		/^4\d\d|greylist|try again|temporar/i,
		"The mail server asked to come back later. We do, with growing waits, for four days.",
	],
	[
		/our user name|asks for a user name|could not be (reached|found)|did not answer/i,
		"This is about our own mail server, not about this message: everything waits until it answers. Ask whoever looks after Termtime.",
	],
];

/** What to do about a mail server's words, in ours; null when there is nothing to add. */
export function adviceFor({ status, answer }: { status: string; answer: string | null }) {
	if (!answer || status === "sent") return null;
	const known = ADVICE.find(([pattern]) => pattern.test(answer));
	if (known) return known[1];
	return status === "failed" ? "The mail server refused this message for good." : null;
}
