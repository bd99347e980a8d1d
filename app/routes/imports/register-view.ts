import type { Reader } from "#app/data/database.ts";
import {
	type ImportRecord,
	isOutdated,
	readImportRowPage,
	type StagedRow,
} from "#app/data/imports.ts";
import { countOf, formatCount, listOf } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import {
	type RegisterDetail,
	type RegisterOptions,
	type RegisterResult,
	type RegisterRowOutcome,
	registerOutcomes,
	registerPassed,
} from "#app/domain/imports/register-file.ts";
import type { RegisterSchool } from "#app/domain/imports/register-row.ts";
import { momentWords } from "#app/http/history-words.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { outcomeWords, passedWords } from "./register-words.ts";

const PAGE_SIZE = 50;

export interface RegisterLine {
	key: string;
	/** "12"; empty for a school that the file does not hold. */
	line: string;
	name: string;
	urn: string;
	/** What happens to it, a line each. */
	words: string[];
}

/** What a register's dry run found, and one page of its rows. */
export async function readRegisterPart(
	reader: Reader,
	file: ImportRecord,
	{ query, zone }: { query: URLSearchParams; zone: string },
) {
	const { counts, records, absent, unidentified, corrected } = file.result as RegisterResult & {
		corrected?: number;
	};
	const found = registerOutcomes.filter((outcome) => counts[outcome] > 0);
	const show = found.find((outcome) => outcome === query.get("show")) ?? found[0] ?? null;
	const page = pageNumber(query);
	const rows = show
		? await readImportRowPage(reader, file.id, [show], { page, pageSize: PAGE_SIZE })
		: [];
	const { appliedAt, appliedByName } = file;
	return {
		outdated: await isOutdated(reader, file),
		applied: appliedAt && `Applied by ${appliedByName} on ${momentWords(appliedAt, zone)}`,
		corrected: corrected ? countOf(corrected, "calendar entry", "calendar entries") : "",
		changes: found.some((outcome) => outcome !== "unreadable"),
		asked: optionWords(file.options as RegisterOptions),
		records: countOf(records, "row", "rows"),
		passed: registerPassed
			.filter((why) => counts[why] > 0)
			.map((why) => ({ why: passedWords[why], count: formatCount(counts[why]) })),
		absent: absent.length > 0 ? listOf(absent) : "",
		unidentified: unidentified > 0 ? countOf(unidentified, "row has", "rows have") : "",
		tabs: found.map((outcome) => ({
			outcome,
			text: outcomeWords[outcome],
			count: counts[outcome],
		})),
		show,
		page,
		pageSize: PAGE_SIZE,
		total: show ? counts[show] : 0,
		rows: rows.map(lineOf),
	};
}

/** What was asked for, in words. */
function optionWords({ laCodes, typeGroups, closedSince }: RegisterOptions): string[] {
	return [
		laCodes.length > 0 ? `Local authorities ${listOf(laCodes)}` : "All local authorities",
		typeGroups.length > 0 ? listOf(typeGroups) : "All types of school and college",
		...(closedSince ? [`Also schools closed since ${formatPlainDate(closedSince)}`] : []),
	];
}

function lineOf({ position, line, outcome, name, cells, detail }: StagedRow): RegisterLine {
	const { urn = "" } = cells as { urn?: string };
	return {
		key: String(position),
		line: line > 0 ? formatCount(line) : "",
		name: name || "No name",
		urn,
		words: whatHappens(outcome as RegisterRowOutcome, cells, detail as RegisterDetail),
	};
}

/** What happens to a row, a line each. */
export function whatHappens(
	outcome: RegisterRowOutcome,
	cells: unknown,
	detail: RegisterDetail,
): string[] {
	if ("problems" in detail) return detail.problems;
	if ("successorUrn" in detail) return [`Became ${detail.successorName} (${detail.successorUrn})`];
	if (outcome === "gone" && "retires" in detail) return [retiresWords(detail.retires ?? false)];
	const changes = "changes" in detail ? detail.changes : [];
	const lines = changes.map(
		({ label, from, to }) => `${label}: ${from ?? "nothing"} to ${to ?? "nothing"}`,
	);
	if (outcome === "new") return [newWords(cells as RegisterSchool)];
	if (outcome !== "closed") return lines;
	return [retiresWords("retires" in detail && detail.retires === true), ...lines];
}

function retiresWords(retires: boolean): string {
	return retires
		? "Is retired, and keeps its history"
		: "Stays in use: it is retired already, or sessions are booked there";
}

function newWords({ typeName, town, postcode, registerStatus }: RegisterSchool): string {
	const closed = registerStatus === "closed" ? ", closed: comes in retired" : "";
	return `${[typeName, town, postcode].filter((part) => part !== "").join(", ")}${closed}`;
}
