import type { Reader, Transaction } from "./database.ts";
import { insertMany } from "./insert-many.ts";

export type HistorySubject =
	| "session"
	| "venue"
	| "contact"
	| "person"
	/** When a person works and is away: for the office and themselves. */
	| "person_time"
	| "programme"
	| "theme"
	| "team"
	| "agency"
	| "setting"
	| "question"
	| "user"
	| "import"
	| "publication"
	| "target"
	| "request";

export interface Change {
	label: string;
	from?: string | null;
	to?: string | null;
}

export interface NewHistoryEntry {
	at: Date;
	actorId: string | null;
	actorName: string;
	subject: HistorySubject;
	subjectId: string;
	/** What was done, in a word or two: "Moved". */
	what: string;
	changes?: readonly Change[];
	why?: string | null;
}

export interface HistoryEntry extends NewHistoryEntry {
	id: number;
	changes: readonly Change[];
}

export async function addHistory(tx: Transaction, entry: NewHistoryEntry): Promise<void> {
	const { changes = [], why = null, ...rest } = entry;
	await tx.historyEntry.create({ data: { ...rest, changes: JSON.stringify(changes), why } });
}

/** Many entries at once, in their order. */
export async function addHistories(
	tx: Transaction,
	entries: readonly NewHistoryEntry[],
): Promise<void> {
	const rows = entries.map(({ changes = [], why = null, ...rest }) => ({
		...rest,
		changes: JSON.stringify(changes),
		why,
	}));
	await insertMany(tx, "HistoryEntry", rows);
}

/** Newest first. */
export async function readHistory(
	reader: Reader,
	subject: HistorySubject,
	subjectId: string,
): Promise<HistoryEntry[]> {
	const rows = await reader.historyEntry.findMany({
		where: { subject, subjectId },
		orderBy: { id: "desc" },
		take: 500,
	});
	return rows.map((row) => ({ ...row, subject, changes: JSON.parse(row.changes) }));
}

/** Of several things together, newest first: a venue's with those of its contacts. */
export async function readHistories(
	reader: Reader,
	things: Partial<Record<HistorySubject, readonly string[]>>,
): Promise<HistoryEntry[]> {
	const rows = await reader.historyEntry.findMany({
		where: {
			OR: Object.entries(things).map(([subject, ids]) => ({
				subject,
				subjectId: { in: [...ids] },
			})),
		},
		orderBy: { id: "desc" },
		take: 500,
	});
	return rows.map((row) => ({
		...row,
		subject: row.subject as HistorySubject,
		changes: JSON.parse(row.changes),
	}));
}

/** The fields that differ, as history shows them; a blank counts as nothing. */
export function changesBetween(
	labels: Record<string, string>,
	before: Record<string, unknown>,
	after: Record<string, unknown>,
): Change[] {
	return Object.entries(labels).flatMap(([key, label]) => {
		const from = shown(before[key]);
		const to = shown(after[key]);
		return from === to ? [] : [{ label, from, to }];
	});
}

function shown(value: unknown): string | null {
	if (value === undefined || value === null || value === "") return null;
	return Array.isArray(value) ? value.join(", ") || null : String(value);
}
