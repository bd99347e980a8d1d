import type { ImportRecord } from "#app/data/imports.ts";
import { countOf, formatCount, listOf } from "#app/domain/format-number.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import type { ImportStatus } from "#app/domain/imports/import-status.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import { type RegisterResult, registerOutcomes } from "#app/domain/imports/register-file.ts";
import type { TagColour } from "#app/ui/tag.tsx";
import { refusalWords } from "./refusal-words.ts";
import { outcomeWords } from "./register-words.ts";

export interface StateTag {
	word: string;
	colour: TagColour;
}

const tags: Record<ImportStatus, StateTag> = {
	reading: { word: "Reading", colour: "blue" },
	refused: { word: "Refused", colour: "red" },
	columns: { word: "Choose columns", colour: "yellow" },
	checking: { word: "Checking", colour: "blue" },
	checked: { word: "Not applied yet", colour: "yellow" },
	applying: { word: "Applying", colour: "blue" },
	applied: { word: "Applied", colour: "green" },
	undoing: { word: "Undoing", colour: "blue" },
	undone: { word: "Undone", colour: "grey" },
	discarded: { word: "Discarded", colour: "grey" },
};

export function stateTag(status: ImportStatus, stopped: boolean): StateTag {
	return stopped ? { word: "Interrupted", colour: "orange" } : tags[status];
}

/** What a file holds or did, in one line; empty while nothing is known. */
export function summaryOf({ kind, status, result }: ImportRecord): string {
	if (status === "refused") {
		const { refusal } = result as { refusal?: FileRefusal };
		return refusal ? refusalWords(refusal, kind) : "";
	}
	return kind === "register"
		? registerSummary(result as Partial<RegisterResult>)
		: sessionsSummary(result as Partial<OldFileResult>, status);
}

function registerSummary({ counts }: Partial<RegisterResult>): string {
	if (!counts) return "";
	const found = registerOutcomes.filter((outcome) => counts[outcome] > 0);
	if (found.length === 0) return "Nothing to change";
	return listOf(
		found.map(
			(outcome) => `${formatCount(counts[outcome])} ${outcomeWords[outcome].toLowerCase()}`,
		),
	);
}

function sessionsSummary(result: Partial<OldFileResult>, status: ImportStatus): string {
	const { rows, counts, youngPeople = 0, sessions } = result;
	if (status === "undone") return `${countOf(sessions ?? 0, "session", "sessions")} taken back`;
	const people = countOf(youngPeople, "young person", "young people");
	if (sessions !== undefined) return `${countOf(sessions, "session", "sessions")}, ${people}`;
	if (!counts) return rows === undefined ? "" : countOf(rows, "row", "rows");
	const ready = `${formatCount(counts.ready)} of ${countOf(rows ?? 0, "row", "rows")} ready`;
	return counts.asks > 0 ? `${ready}, ${formatCount(counts.asks)} waiting for answers` : ready;
}
