import { IANAZone } from "luxon";
import { z } from "zod";
import { optionalCount, singleLine } from "#app/domain/text.ts";

/** As many days as an invite may carry: see inviteFactsSchema. */
const MAX_REMINDER_DAYS = 60;
const MAX_FEED_PAST_DAYS = 400;
/** What an empty box means. */
const USUAL_FEED_PAST_DAYS = 30;

/** What the whole deployment goes by. */
export const partnershipInput = z.object({
	partnership: singleLine(120, "the name of the partnership"),
	zone: singleLine(60, "a time zone, like Europe/London").refine(
		(zone) => IANAZone.isValidZone(zone),
		{ error: "Enter a time zone that exists, like Europe/London" },
	),
	/** Whole days before a session; null for no reminder. */
	reminderDays: optionalCount(MAX_REMINDER_DAYS, "the days before a reminder").transform(
		(days) => days || null,
	),
	/** How many days back calendar feeds show sessions. */
	feedPastDays: optionalCount(MAX_FEED_PAST_DAYS, "the days calendar feeds show").transform(
		(days) => days ?? USUAL_FEED_PAST_DAYS,
	),
});

export type PartnershipInput = z.output<typeof partnershipInput>;
