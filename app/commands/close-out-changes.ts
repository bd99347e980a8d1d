import { type Change, changesBetween } from "#app/data/history.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import {
	type CloseOut,
	countedLabels,
	type NotDeliveredReason,
	notDeliveredLabels,
	totalYoungPeople,
} from "#app/domain/sessions/close-out.ts";
import { type FollowUpKind, followUpLabels } from "#app/domain/sessions/follow-ups.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { type YearGroup, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";

const labels = {
	outcome: "Outcome",
	reason: "Reason",
	youngPeople: "Young people",
	yearGroups: "By year group",
	adults: "Adults",
	counted: "Numbers",
	followUps: "Follow-ups",
	note: "Note",
};

/** What a close-out records, or a correction changes, as history shows it. */
export function closeOutChanges(before: SessionRecord["closeOut"], after: CloseOut): Change[] {
	return changesBetween(labels, before ? recorded(before) : {}, asked(after));
}

function recorded(closeOut: NonNullable<SessionRecord["closeOut"]>) {
	if (closeOut.outcome === "not_delivered") {
		const reason = notDeliveredLabels[closeOut.reason as NotDeliveredReason];
		return { outcome: statusLabels.not_delivered, reason, note: closeOut.note };
	}
	return {
		outcome: statusLabels.delivered,
		youngPeople: closeOut.youngPeople,
		yearGroups: headcountWords(closeOut.headcounts),
		adults: closeOut.adults,
		counted: countedLabels[closeOut.counted as keyof typeof countedLabels],
		followUps: followUpWords(closeOut.followUps),
		note: closeOut.note,
	};
}

function asked(closeOut: CloseOut) {
	if (closeOut.outcome === "not_delivered") {
		const reason = notDeliveredLabels[closeOut.reason];
		return { outcome: statusLabels.not_delivered, reason, note: closeOut.note };
	}
	return {
		outcome: statusLabels.delivered,
		youngPeople: totalYoungPeople(closeOut.headcounts),
		yearGroups: headcountWords(closeOut.headcounts),
		adults: closeOut.adults,
		counted: countedLabels[closeOut.counted],
		followUps: followUpWords(closeOut.followUps),
		note: closeOut.note,
	};
}

function headcountWords(rows: readonly { yearGroup: string; youngPeople: number }[]): string[] {
	return rows
		.map(
			({ yearGroup, youngPeople }) => `${yearGroupLabel(yearGroup as YearGroup)}: ${youngPeople}`,
		)
		.sort();
}

function followUpWords(rows: readonly { kind: string; count: number }[]): string[] {
	return rows.map(({ kind, count }) => `${followUpLabels[kind as FollowUpKind]}: ${count}`).sort();
}
