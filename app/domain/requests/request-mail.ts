import { formatClock, formatDate } from "#app/domain/format-time.ts";
import type { Mail } from "#app/domain/invites/mail-words.ts";
import { type DeclineReason, declineReasonWords } from "./decline-reasons.ts";
import { CONFIRM_DAYS } from "./request-limits.ts";

/** What every message to a school says of the request it is about. */
export interface RequestMailFacts {
	reference: string;
	partnership: string;
	/** The partnership's own address, printed under the message. */
	mailFrom: string;
	programmes: readonly string[];
	/** Local dates, in order of preference. */
	dates: readonly string[];
}

/** The same, with what only somebody who confirmed their address is told. */
export interface ConfirmedMailFacts extends RequestMailFacts {
	contactName: string;
	venueName: string;
	/** Where they follow the request. */
	followUrl: string;
}

/**
 * The one mail that an address gets before it answers. why so bare: whoever fills in the form can
 * name anybody's address, and nothing they typed may reach it.
 */
export function confirmAddressMail(facts: RequestMailFacts, url: string): Mail {
	return {
		...frame(facts, "Hello,"),
		subject: `Confirm your request ${facts.reference} to ${facts.partnership}`,
		heading: "Confirm your request",
		lead: [
			`Somebody, probably you, asked ${facts.partnership} for a session in a school and gave this address.`,
			`Open the link and press “Confirm my request”. Until then nobody is shown it. The link works for ${CONFIRM_DAYS} days; after that everything in the request is deleted.`,
		],
		details: [
			{ label: "Reference", value: facts.reference },
			{ label: "Programmes", value: facts.programmes.join(", ") },
			{ label: "Dates", value: facts.dates.map(formatDate).join("; ") },
		],
		closing: ["If it was not you, do nothing: you will hear no more of it."],
		link: { text: "Look at the request and confirm it", url },
	};
}

export function receivedMail(facts: ConfirmedMailFacts): Mail {
	return told(facts, {
		heading: "We have your request",
		lead: [
			`Thank you. Your request for ${facts.venueName} is with the team, who answer in the order in which requests come and the dates allow.`,
			"You will be told by mail what becomes of it. Nothing is booked yet.",
		],
	});
}

export interface Offer {
	date: string;
	/** Wall time, HH:mm. */
	start: string | null;
	words: string;
}

export function offerMail(facts: ConfirmedMailFacts, { date, start, words }: Offer): Mail {
	const when = start === null ? formatDate(date) : `${formatDate(date)} at ${formatClock(start)}`;
	return told(facts, {
		heading: "Another date for your request",
		lead: [
			`The team cannot come on the dates you gave, and offers ${when} instead.`,
			...(words === "" ? [] : [words]),
			"Open the link to accept or decline it. Nothing is booked until you accept and the team books it.",
		],
		link: "Accept or decline this date",
	});
}

export function waitingListMail(facts: ConfirmedMailFacts, words: string): Mail {
	return told(facts, {
		heading: "Your request is on the waiting list",
		lead: [
			"There is no date for it at the moment. It stays on the list, and you will be told when a date comes free.",
			...(words === "" ? [] : [words]),
		],
	});
}

export function declinedMail(
	facts: ConfirmedMailFacts,
	{ reason, words }: { reason: DeclineReason; words: string },
): Mail {
	return told(facts, {
		heading: "Your request cannot be met",
		lead: [
			`We are sorry: ${declineReasonWords[reason]}.`,
			...(words === "" ? [] : [words]),
			"You are welcome to ask again for other dates.",
		],
	});
}

export function acceptedMail(facts: ConfirmedMailFacts, sessions: readonly string[]): Mail {
	return told(facts, {
		heading: "Your request is booked",
		lead: [
			sessions.length === 1
				? "This session is booked. An invite to put into your calendar comes in a mail of its own."
				: "These sessions are booked. An invite for each to put into your calendar comes in a mail of its own.",
			...sessions,
		],
	});
}

function frame({ partnership, mailFrom }: RequestMailFacts, greeting: string) {
	const signature = { name: partnership, email: mailFrom, phone: null };
	return { greeting, prepare: null, signature };
}

interface Told {
	heading: string;
	lead: string[];
	/** What the link says. */
	link?: string;
}

function told(facts: ConfirmedMailFacts, { heading, lead, link }: Told): Mail {
	const { reference, contactName, venueName, programmes, followUrl } = facts;
	return {
		...frame(facts, `Dear ${contactName},`),
		subject: `${heading}: ${reference}, ${venueName}`,
		heading,
		lead,
		details: [
			{ label: "Reference", value: reference },
			{ label: "School", value: venueName },
			{ label: "Programmes", value: programmes.join(", ") },
		],
		closing: [],
		link: { text: link ?? "See your request, or withdraw it", url: followUrl },
	};
}
