import { z } from "zod";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { count, optionalMultiLine } from "#app/domain/text.ts";

/** What a school can answer an invite with, on its own page. */
export const schoolAnswers = ["accepted", "declined", "another_time"] as const;
export type SchoolAnswerKind = (typeof schoolAnswers)[number];

const NOTE_LENGTH = 1000;
const MAX_SEQUENCE = 2_147_483_647;

const missing: Partial<Record<SchoolAnswerKind, string>> = {
	declined: "Enter why you decline, so that we can offer something better",
	another_time: "Enter which days and times would suit you",
};

/** `sequence` says which state of the session was before the reader's eyes. */
export const schoolAnswer = z
	.object({
		answer: z.enum(schoolAnswers, { error: "Choose whether the time suits you" }),
		note: optionalMultiLine(NOTE_LENGTH, "your message"),
		sequence: count(MAX_SEQUENCE, "the version of the session"),
	})
	.check((ctx) => {
		const { answer, note } = ctx.value;
		const message = missing[answer];
		if (message === undefined || note !== undefined) return;
		ctx.issues.push({ code: "custom", message, path: ["note"], input: note });
	});

export type SchoolAnswer = z.output<typeof schoolAnswer>;

/** Why a session can be answered no more, or null. Once it has begun, nobody waits for an answer. */
export function answerRefusal(
	session: { status: SessionStatus; startsAt: Date },
	now: Date,
): "cancelled" | "begun" | null {
	if (session.status === "cancelled") return "cancelled";
	const open = session.status === "provisional" || session.status === "confirmed";
	return open && session.startsAt > now ? null : "begun";
}
