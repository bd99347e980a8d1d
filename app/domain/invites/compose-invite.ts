import { z } from "zod";
import { renderCalendar } from "./calendar-text.ts";
import { describeSession } from "./describe-session.ts";
import { type InviteFacts, inviteFactsSchema } from "./invite-facts.ts";
import { htmlMail, textMail } from "./mail-layout.ts";
import { type InviteReason, writeMail } from "./mail-words.ts";
import { placeWords, titleWords } from "./session-words.ts";

/** What the recipient was last told, where that differs: shown beside what holds now. */
const previousSchema = z.object({
	startsAt: z.date(),
	endsAt: z.date(),
	room: z.string().nullable(),
	status: z.enum(["TENTATIVE", "CONFIRMED", "CANCELLED"]).optional(),
});

const optionsSchema = z
	.object({
		method: z.enum(["REQUEST", "CANCEL"]),
		/** DTSTAMP: when this message is made. A new one for each message, sent again or not. */
		stamp: z.date(),
		/** As planned by planInvites; left out, it follows from the method and the facts. */
		why: z.enum(["invited", "updated", "resent", "cancelled", "removed"]).optional(),
		previous: previousSchema.optional(),
	})
	.refine(
		({ method, why }) =>
			!why || (method === "CANCEL") === (why === "cancelled" || why === "removed"),
		{ path: ["why"], message: "The reason does not belong to the method" },
	);

export type InviteOptions = z.input<typeof optionsSchema>;

export type ComposedInvite = {
	/** One line, without control characters. */
	subject: string;
	/** `\n` between lines. */
	text: string;
	html: string;
	/** RFC 5545 bytes as text: the same for the alternative part and the attachment. */
	ics: string;
	/** For the MIME parameter, equal to METHOD inside. */
	method: "REQUEST" | "CANCEL";
};

/**
 * The whole message that tells one recipient about one session.
 * @param inviteFacts all that may be told; its `sequence` is the one planned for this recipient
 * @throws ZodError when a fact is missing, impossible or not on the list; Error when the method
 * contradicts the facts (a cancelled session is never sent as a REQUEST)
 */
export function composeInvite(inviteFacts: InviteFacts, options: InviteOptions): ComposedInvite {
	const facts = inviteFactsSchema.parse(inviteFacts);
	const { method, stamp, why, previous } = optionsSchema.parse(options);
	const reason = why ?? reasonFor(facts, method, previous !== undefined);
	if (reason === "cancelled" && facts.status !== "CANCELLED") {
		throw new Error(`${facts.reference} is not cancelled: the reason is "removed"`);
	}
	const mail = writeMail(facts, reason, previous);
	return {
		subject: mail.subject,
		text: textMail(mail),
		html: htmlMail(mail),
		ics: calendarOf(facts, method, stamp),
		method,
	};
}

function reasonFor(facts: InviteFacts, method: "REQUEST" | "CANCEL", moved: boolean): InviteReason {
	if (method === "CANCEL") return facts.status === "CANCELLED" ? "cancelled" : "removed";
	return moved || facts.sequence > 0 ? "updated" : "invited";
}

function calendarOf(facts: InviteFacts, method: "REQUEST" | "CANCEL", stamp: Date): string {
	// why: RFC 5546 §3.2.5 leaves STATUS out when one attendee of several is removed. Each of our
	// messages knows one attendee only, so what its reader holds is cancelled whole, and readers
	// that go by STATUS rather than METHOD need to see it.
	const status = method === "CANCEL" ? "CANCELLED" : facts.status;
	const remind = method === "REQUEST" && facts.reminderDaysBefore !== null;
	// why: whoever is taken off the list has no page about the session any more.
	const sessionUrl = method === "CANCEL" ? null : facts.sessionUrl;
	// why: most calendars do not show STATUS:TENTATIVE. They do mark a cancelled entry themselves.
	const title = `${status === "TENTATIVE" ? "Provisional: " : ""}${titleWords(facts)}`;
	return renderCalendar(method, {
		uid: facts.uid,
		sequence: facts.sequence,
		stamp,
		changedAt: facts.changedAt,
		startsAt: facts.startsAt,
		endsAt: facts.endsAt,
		status,
		title,
		place: placeWords(facts),
		description: describeSession({ ...facts, status, sessionUrl }),
		url: sessionUrl,
		organizer: facts.organizer,
		attendee: { name: facts.recipient.name, address: facts.recipient.address },
		alarm: remind ? { daysBefore: facts.reminderDaysBefore ?? 1, text: title } : null,
	});
}
