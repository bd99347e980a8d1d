import { z } from "zod";
import { readClock } from "#app/domain/sessions/when-boxes.ts";
import { optionalMultiLine } from "#app/domain/text.ts";
import { localDate } from "#app/domain/time.ts";
import { declineReasons } from "./decline-reasons.ts";

const words = optionalMultiLine(1000, "your words to the school").transform((text) => text ?? "");

/** Another date for a school that cannot have one of its own. */
export const offerInput = z.object({
	date: localDate("the date"),
	start: z
		.string({ error: "Enter the time, like 09:00" })
		.trim()
		.nullish()
		.transform((typed, ctx): string | null => {
			if (!typed) return null;
			const time = readClock(typed);
			if (time !== null) return time;
			const message = "Enter the time as a time of day, like 09:00";
			ctx.issues.push({ code: "custom", message, input: typed });
			return z.NEVER;
		}),
	words,
});
export type OfferInput = z.output<typeof offerInput>;

export const waitingListInput = z.object({ words });

export const declineInput = z
	.object({
		reason: z.enum(declineReasons, { error: "Choose a reason" }),
		words,
	})
	.refine(({ reason, words: said }) => reason !== "other" || said !== "", {
		error: "Say why in your own words",
		path: ["words"],
	});
export type DeclineInput = z.output<typeof declineInput>;

/** Why a school takes its request back, or will not have the date that was offered; optional. */
export const schoolWords = z.object({
	why: optionalMultiLine(500, "your words to the team").transform((text) => text ?? ""),
});
