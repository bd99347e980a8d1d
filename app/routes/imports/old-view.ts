import type { Reader } from "#app/data/database.ts";
import {
	countImportRows,
	type ImportRecord,
	isOutdated,
	readImportRowPage,
} from "#app/data/imports.ts";
import { formatCount } from "#app/domain/format-number.ts";
import type { OldDecisions, OldOutcome } from "#app/domain/imports/old-check.ts";
import type { OldFileOptions, OldFileResult } from "#app/domain/imports/old-file.ts";
import { countOpen } from "#app/domain/imports/open-questions.ts";
import { momentWords } from "#app/http/history-words.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { oldLinesOf } from "./old-lines.ts";
import { oldOutcomeWords } from "./old-words.ts";

const PAGE_SIZE = 50;
const outcomes = Object.keys(oldOutcomeWords) as OldOutcome[];

interface Asked {
	query: URLSearchParams;
	zone: string;
}

/** What a spreadsheet's dry run found, what is still asked, and one page of its rows. */
export async function readOldPart(reader: Reader, file: ImportRecord, { query, zone }: Asked) {
	const result = file.result as OldFileResult;
	const decisions = file.decisions as Partial<OldDecisions>;
	const kept = await countImportRows(reader, file.id);
	const found = outcomes.filter((outcome) => (kept[outcome] ?? 0) > 0);
	const show = found.find((outcome) => outcome === query.get("show")) ?? found[0] ?? null;
	const page = pageNumber(query);
	const rows = show
		? await readImportRowPage(reader, file.id, [show], { page, pageSize: PAGE_SIZE })
		: [];
	const open = countOpen(result.questions, decisions);
	const { venues, dates, programmes } = result.questions;
	return {
		standing: await standingOf(reader, file, zone),
		figures: {
			sessions: formatCount(result.sessions ?? result.counts.ready),
			youngPeople: formatCount(result.youngPeople),
			adults: formatCount(result.adults),
		},
		rise: result.reach.map(({ sessions, youngPeople, ...rise }) => ({
			...rise,
			sessions: formatCount(sessions),
			youngPeople: formatCount(youngPeople),
		})),
		ready: result.counts.ready > 0,
		open: open.dates + open.venues + open.programmes,
		asked: venues.length + dates.length + programmes.length > 0,
		tabs: found.map((outcome) => ({
			outcome,
			text: oldOutcomeWords[outcome],
			count: kept[outcome] ?? 0,
		})),
		show,
		page,
		pageSize: PAGE_SIZE,
		total: show ? (kept[show] ?? 0) : 0,
		rows: await oldLinesOf(reader, rows, file.options as OldFileOptions),
	};
}

export type Standing =
	| { state: "checked"; outdated: boolean }
	| { state: "applied" | "undone"; words: string };

async function standingOf(reader: Reader, file: ImportRecord, zone: string): Promise<Standing> {
	const { status, appliedAt, appliedByName, undoneAt } = file;
	if (status === "undone" && undoneAt) {
		const words = `Everything that this file brought in was taken back on ${momentWords(undoneAt, zone)}`;
		return { state: "undone", words };
	}
	if (status === "applied" && appliedAt) {
		const words = `Brought in by ${appliedByName} on ${momentWords(appliedAt, zone)}`;
		return { state: "applied", words };
	}
	return { state: "checked", outdated: await isOutdated(reader, file) };
}
