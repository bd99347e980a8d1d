import { z } from "zod";
import { count, multiLine, optionalMultiLine } from "#app/domain/text.ts";
import { followUpKind } from "./follow-ups.ts";
import { canTransition, type SessionStatus } from "./status.ts";
import { yearGroupCode } from "./year-group-code.ts";

/** More than this in one session is a typing mistake that would be published as reach. */
export const MAX_YOUNG_PEOPLE = 2000;
const MAX_ADULTS = 2000;
const NOTE_LENGTH = 1000;

export const notDeliveredLabels = {
	school_closed: "The school was closed",
	nobody_there: "Nobody was there",
	school_not_ready: "The school was not ready for us",
	facilitator_ill: "A facilitator was ill",
	could_not_get_there: "We could not get there",
	called_away: "We were called away",
	other: "Another reason",
} as const;

export type NotDeliveredReason = keyof typeof notDeliveredLabels;

export const notDeliveredReasons = Object.keys(notDeliveredLabels) as [
	NotDeliveredReason,
	...NotDeliveredReason[],
];

export const countedLabels = { counted: "Counted", estimated: "Estimated" } as const;

function duplicates<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): boolean {
	return new Set(items.map(keyOf)).size < items.length;
}

const headcounts = z
	.array(
		z.object({
			yearGroup: yearGroupCode,
			youngPeople: count(MAX_YOUNG_PEOPLE, "the number of young people"),
		}),
		{ error: "Enter the number of young people for at least one year group" },
	)
	.min(1, { error: "Enter the number of young people for at least one year group" })
	.refine((rows) => !duplicates(rows, (row) => row.yearGroup), {
		error: "Enter each year group once",
	})
	.refine((rows) => totalYoungPeople(rows) <= MAX_YOUNG_PEOPLE, {
		error: "Check the numbers: enter 2,000 young people or fewer in total",
	});

// why: the form shows a box for every kind, and a box left empty or at 0 means none of that kind.
const followUps = z
	.array(
		z.object({
			kind: followUpKind,
			count: count(MAX_YOUNG_PEOPLE, "the number of follow-ups", { blank: 0 }),
		}),
		{ error: "Enter follow-ups as a list" },
	)
	.refine((rows) => !duplicates(rows, (row) => row.kind), {
		error: "Enter each kind of follow-up once",
	})
	.nullish()
	.transform((rows) => (rows ?? []).filter((row) => row.count > 0));

const delivered = z
	.object({
		outcome: z.literal("delivered"),
		headcounts,
		adults: count(MAX_ADULTS, "the number of adults"),
		counted: z.enum(["counted", "estimated"], {
			error: "Choose whether the numbers are counted or estimated",
		}),
		followUps,
		note: optionalMultiLine(NOTE_LENGTH, "the note"),
	})
	// why: a session in front of nobody would raise the published number of sessions.
	.refine((value) => totalYoungPeople(value.headcounts) + value.adults > 0, {
		path: ["headcounts"],
		error: "Enter at least 1 young person or adult, or record the session as not delivered",
	});

const notDelivered = z
	.object({
		outcome: z.literal("not_delivered"),
		reason: z.enum(notDeliveredReasons, { error: "Choose why the session did not happen" }),
		note: optionalMultiLine(NOTE_LENGTH, "the note"),
	})
	.refine(({ reason, note }) => reason !== "other" || note !== undefined, {
		path: ["note"],
		error: "Enter a note saying why the session did not happen",
	});

/** What happened at a session: the one way its status and its reach are recorded. */
export const closeOut = z.discriminatedUnion("outcome", [delivered, notDelivered], {
	error: "Choose whether the session happened",
});

export type CloseOut = z.output<typeof closeOut>;
export type DeliveredCloseOut = Extract<CloseOut, { outcome: "delivered" }>;

/** A close-out put right afterwards: the whole record again, and why it changes. */
export const correction = z.object({
	closeOut,
	reason: multiLine(500, "a reason for the correction"),
});

/** Attendances of young people: the figure that counts as reach. Adults are never in it. */
export function totalYoungPeople(headcounts: readonly { youngPeople: number }[]): number {
	return headcounts.reduce((sum, row) => sum + row.youngPeople, 0);
}

export type CloseOutRefusal = "illegal_transition" | "not_started";

/**
 * Why a session cannot be closed out now, or null. It may be from its start on, not only from its
 * end: facilitators record the numbers while the class is still in front of them.
 */
export function closeOutRefusal(
	session: { status: SessionStatus; startsAt: Date },
	outcome: CloseOut["outcome"],
	now: Date,
): CloseOutRefusal | null {
	if (!canTransition(session.status, outcome)) return "illegal_transition";
	return now.getTime() < session.startsAt.getTime() ? "not_started" : null;
}
