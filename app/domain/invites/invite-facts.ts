import { IANAZone } from "luxon";
import { z } from "zod";
import { cleanLine, cleanLines } from "./clean-text.ts";

/**
 * All that may go out about a session, by mail, calendar or feed. The list is closed: a key that is
 * not here is refused, so a note, a sensitivity or somebody's phone number cannot travel along with
 * a row that was passed on whole. Text is cleaned of control characters as it is read.
 */

const line = z.string().max(1000).transform(cleanLine).pipe(z.string().min(1));
const optionalLine = z
	.string()
	.max(1000)
	.transform((text) => cleanLine(text) || null)
	.nullable();
const address = z.email().max(254);
const named = { name: z.string().max(1000).transform(cleanLine), address };

const sessionShape = {
	/** `id@domain`, the same for the session's whole life. */
	uid: z.string().max(255),
	/** SEQUENCE of this message or feed entry; see planInvites for what it is per recipient. */
	sequence: z.int().min(0).max(2_147_483_647),
	status: z.enum(["TENTATIVE", "CONFIRMED", "CANCELLED"]),
	/** Such as `JET-2026-0147`. */
	reference: line,
	programmeName: line,
	venueName: line,
	/** On one line. */
	venueAddress: line,
	room: optionalLine,
	/** Instants in UTC; half-open, the end belongs to whatever comes next. */
	startsAt: z.date(),
	endsAt: z.date(),
	/** IANA name of the zone in which people read the time, such as `Europe/London`. */
	// why not isValidZone: it asks Intl anew each time, at a fifth of the cost of a whole message.
	zone: z.string().refine((zone) => IANAZone.create(zone).isValid, "Not a time zone"),
	teamName: line,
	/** The team's own address and telephone, never a person's. */
	teamEmail: address,
	teamPhone: optionalLine,
	/** What the school is to prepare and provide; several lines; may be empty. */
	prepare: z.string().max(10_000).transform(cleanLines),
	/** The last change of anything shown. */
	changedAt: z.date(),
	/** Where whoever may sign in opens the session. */
	sessionUrl: z.url({ protocol: /^https?$/ }).nullable(),
};

const inOrder = (facts: { startsAt: Date; endsAt: Date }) => facts.endsAt > facts.startsAt;
const notInOrder = { path: ["endsAt"], message: "The end must be after the start" };

/** What a feed shows of a session: nobody is named. */
export const feedFactsSchema = z.strictObject(sessionShape).refine(inOrder, notInOrder);

/** What an invite tells one recipient. */
export const inviteFactsSchema = z
	.strictObject({
		...sessionShape,
		/** Whole days before the start at which the calendar reminds; null for no reminder. */
		reminderDaysBefore: z.int().min(1).max(60).nullable(),
		/** The sender: the From of the mail is this address. */
		organizer: z.strictObject(named),
		recipient: z.strictObject({
			...named,
			kind: z.enum(["contact", "facilitator"]),
			/**
			 * Their own page, without signing in: in the mail to them and nowhere else, because who has
			 * the address may answer for them, and calendars are shared.
			 */
			page: z.url({ protocol: /^https?$/ }).nullable(),
		}),
	})
	.refine(inOrder, notInOrder);

export type FeedFacts = z.infer<typeof feedFactsSchema>;
export type InviteFacts = z.infer<typeof inviteFactsSchema>;
