import { z } from "zod";
import type { EnteredTotal } from "#app/domain/evaluation/totals-input.ts";
import {
	type CloseOut,
	type NotDeliveredReason,
	totalYoungPeople,
} from "#app/domain/sessions/close-out.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { optionalMultiLine } from "#app/domain/text.ts";

/** Of the reasons why a session did not happen those that a school can know, in its own words. */
export const schoolReasonLabels = {
	school_closed: "The school was closed",
	school_not_ready: "We were not ready",
	could_not_get_there: "Nobody from the team came",
	other: "Another reason",
} as const satisfies Partial<Record<NotDeliveredReason, string>>;

export const schoolReasons = Object.keys(schoolReasonLabels) as (keyof typeof schoolReasonLabels)[];

export const COMMENT_LENGTH = 1000;

export const schoolComment = optionalMultiLine(COMMENT_LENGTH, "your comment");

/** From strongly disagree to strongly agree. */
export const score = z
	.union([z.enum(["1", "2", "3", "4", "5"]), z.literal(""), z.undefined()], {
		error: "Choose one of the five answers",
	})
	.transform((text) => (text ? Number(text) : null));

export interface SchoolReport {
	/** What the school says happened; follow-ups are never asked of it. */
	closeOut: CloseOut;
	comment: string;
	scores: readonly { versionId: string; score: number }[];
	/** What the group answered before and after; null where the team has entered that itself. */
	totals: readonly EnteredTotal[] | null;
}

/** How long after a session its contacts are asked about it: days. */
export const ASKED_FOR_DAYS = 90;
const DAY = 86_400_000;

/** Whether a school may say what happened: from the end of the session on, for a while. */
export function reportRefusal(
	session: { status: SessionStatus; endsAt: Date },
	now: Date,
): "cancelled" | "not_over" | "too_late" | null {
	if (session.status === "cancelled" || session.status === "provisional") return "cancelled";
	if (session.endsAt > now) return "not_over";
	return now.getTime() - session.endsAt.getTime() > ASKED_FOR_DAYS * DAY ? "too_late" : null;
}

interface Recorded {
	outcome: string;
	youngPeople: number;
}

/** Whether a school's word and the record differ in what is published. */
export function differs(
	report: { happened: boolean; headcounts: readonly { youngPeople: number }[] },
	recorded: Recorded | null,
): boolean {
	if (!recorded) return false;
	const young = report.happened ? totalYoungPeople(report.headcounts) : 0;
	return report.happened !== (recorded.outcome === "delivered") || young !== recorded.youngPeople;
}
