import type { readCloseOuts } from "#app/data/close-outs.ts";
import { countOf } from "#app/domain/format-number.ts";
import { type NotDeliveredReason, notDeliveredLabels } from "#app/domain/sessions/close-out.ts";
import {
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";
import { momentWords } from "#app/http/history-words.ts";

type Records = Awaited<ReturnType<typeof readCloseOuts>>;

export interface RevisionRow {
	revision: number;
	/** "28 young people, 2 adults (counted)", "Not delivered: The school was closed". */
	recorded: string;
	/** "Year 8: 20, Year 9: 8"; empty where one year group says it all. */
	byYearGroup: string;
	by: string;
	when: string;
	why: string;
}

/** Every version of what was recorded, newest first, as people read it. */
export function revisionRows(records: Records, zone: string): RevisionRow[] {
	return records.map((record) => ({
		revision: record.revision,
		recorded: recordedWords(record),
		byYearGroup: byYearGroup(record),
		by: record.recordedByName,
		when: momentWords(record.recordedAt, zone),
		why: record.correctionReason ?? "",
	}));
}

function recordedWords(record: Records[number]): string {
	if (record.outcome === "not_delivered") {
		const reason = notDeliveredLabels[record.reason as NotDeliveredReason] ?? record.reason;
		return `Not delivered: ${reason}`;
	}
	const young = countOf(record.youngPeople, "young person", "young people");
	return `${young}, ${countOf(record.adults, "adult", "adults")} (${record.counted})`;
}

function byYearGroup({ headcounts }: Records[number]): string {
	const counts = new Map(headcounts.map((row) => [row.yearGroup as YearGroup, row.youngPeople]));
	if (counts.size === 0) return "";
	return sortYearGroups(counts.keys())
		.map((code) => `${yearGroupLabel(code)}: ${counts.get(code)}`)
		.join(", ");
}
