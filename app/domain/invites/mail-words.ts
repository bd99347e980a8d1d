import type { InviteFacts } from "./invite-facts.ts";
import { dayWords, placeWords, timeWords, titleWords } from "./session-words.ts";

/** Why a message goes to one recipient. `resent`: nothing is new, it may not have arrived. */
export type InviteReason = "invited" | "updated" | "resent" | "cancelled" | "removed";

/** What the recipient was told before. */
export type PreviousState = {
	startsAt: Date;
	endsAt: Date;
	room: string | null;
	status?: InviteFacts["status"] | undefined;
};

/** A message in words, before it is laid out as text or HTML. Nothing in it is escaped. */
export type Mail = {
	subject: string;
	greeting: string;
	heading: string;
	lead: string[];
	details: { label: string; value: string }[];
	prepare: { heading: string; lines: string[] } | null;
	closing: string[];
	link: { text: string; url: string } | null;
	/** More places to go to, after the first. */
	moreLinks?: { text: string; url: string }[];
	signature: { name: string; email: string; phone: string | null };
};

/**
 * The words of one message.
 * @param previous what differs from what the recipient was told before, if anything is known of it
 */
export function writeMail(facts: InviteFacts, why: InviteReason, previous?: PreviousState): Mail {
	const ending = why === "cancelled" || why === "removed";
	const heading = headingWords(facts, why, previous);
	const when = dayWords(facts.startsAt, facts.zone);
	return {
		subject: `${heading}: ${titleWords(facts)}, ${when}`,
		greeting: facts.recipient.name ? `Dear ${facts.recipient.name},` : "Hello,",
		heading: `${heading}: ${titleWords(facts)}`,
		lead: leadWords(facts, why, previous),
		details: details(facts, previous),
		prepare: ending || !facts.prepare ? null : prepareWords(facts),
		closing: closingWords(facts, ending),
		link: ending ? null : linkWords(facts),
		signature: { name: facts.teamName, email: facts.teamEmail, phone: facts.teamPhone },
	};
}

function headingWords(facts: InviteFacts, why: InviteReason, previous?: PreviousState): string {
	if (why === "cancelled") return "Cancelled";
	if (why === "removed") return "No longer needed";
	if (facts.status === "TENTATIVE")
		return why === "updated" ? "Provisional, updated" : "Provisional";
	if (why === "invited" || why === "resent") return "Invitation";
	return previous?.status === "TENTATIVE" ? "Confirmed" : "Updated";
}

function leadWords(facts: InviteFacts, why: InviteReason, previous?: PreviousState): string[] {
	const delivering = facts.recipient.kind === "facilitator";
	if (why === "cancelled") {
		return ["This session has been cancelled. It is being taken out of your calendar."];
	}
	if (why === "removed") {
		return [
			delivering
				? "You are no longer delivering this session. It is being taken out of your calendar."
				: "You are no longer the contact for this session. It is being taken out of your calendar.",
			"The session itself is not cancelled by this message.",
		];
	}
	const provisional =
		facts.status === "TENTATIVE"
			? ["It is provisional: please keep the time free. We will write again to confirm it."]
			: [];
	return [openingWords(delivering, why, isNowConfirmed(facts, previous)), ...provisional];
}

function openingWords(delivering: boolean, why: InviteReason, confirmed: boolean): string {
	if (why === "resent") {
		return "We are sending you this once more, so that it is in your calendar as it stands.";
	}
	if (why === "invited") {
		return delivering
			? "You are down to deliver this session."
			: "You are invited to this session at your school or venue.";
	}
	if (confirmed) return "This session is now confirmed. Your calendar entry is being updated.";
	return "This session has changed. Your calendar entry is being moved or updated.";
}

function isNowConfirmed(facts: InviteFacts, previous?: PreviousState): boolean {
	return facts.status === "CONFIRMED" && previous?.status === "TENTATIVE";
}

function details(facts: InviteFacts, previous?: PreviousState): Mail["details"] {
	const when = timeWords(facts.startsAt, facts.endsAt, facts.zone);
	const rows = [
		{ label: "Session", value: facts.programmeName },
		{ label: "When", value: when },
	];
	const before = previous && timeWords(previous.startsAt, previous.endsAt, facts.zone);
	if (before && before !== when) rows.push({ label: "Before, it was", value: before });
	rows.push({ label: "Where", value: placeWords(facts) });
	if (previous && (previous.room ?? "") !== (facts.room ?? "")) {
		rows.push({ label: "Room before", value: previous.room || "No room given" });
	}
	return [...rows, { label: "Reference", value: facts.reference }];
}

function prepareWords(facts: InviteFacts): Mail["prepare"] {
	const delivering = facts.recipient.kind === "facilitator";
	return {
		heading: delivering ? "What the venue is asked to prepare" : "What to prepare",
		lines: facts.prepare.split("\n").filter((line) => line !== ""),
	};
}

function closingWords(facts: InviteFacts, ending: boolean): string[] {
	const telephone = facts.teamPhone ? ` or call ${facts.teamPhone}` : "";
	const ask = `If something is not right, write to ${facts.teamEmail}${telephone}.`;
	const noPupils = "Please do not put names or details of pupils in a reply.";
	if (ending) return [ask, noPupils];
	const answer =
		facts.recipient.kind === "facilitator"
			? "Please accept or decline in your calendar, so that the session is never left without you."
			: `Please accept or decline in your calendar${facts.recipient.page ? " or on your page" : ""}, so that we know the time suits you.`;
	return [answer, ask, noPupils];
}

function linkWords({ recipient, sessionUrl }: InviteFacts): Mail["link"] {
	if (recipient.page) return { text: "See this session and tell us about it", url: recipient.page };
	return sessionUrl ? { text: "Open this session", url: sessionUrl } : null;
}
