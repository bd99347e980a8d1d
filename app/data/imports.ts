import type { ImportKind, ImportStatus } from "#app/domain/imports/import-status.ts";
import { breathe } from "./breathe.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { insertMany } from "./insert-many.ts";

type Row = Prisma.ImportGetPayload<object>;

/** A file that was brought in. What its three JSON fields hold is for its kind to say. */
export interface ImportRecord
	extends Omit<Row, "kind" | "status" | "options" | "decisions" | "result"> {
	kind: ImportKind;
	status: ImportStatus;
	options: unknown;
	decisions: unknown;
	result: unknown;
}

function recordOf(row: Row): ImportRecord {
	return {
		...row,
		kind: row.kind as ImportKind,
		status: row.status as ImportStatus,
		options: JSON.parse(row.options),
		decisions: JSON.parse(row.decisions),
		result: JSON.parse(row.result),
	};
}

export interface NewImport {
	kind: ImportKind;
	fileName: string;
	options: unknown;
	/** Bytes of the file; 0 when that is not known. */
	total: number;
	spool: string | null;
	createdByName: string;
	now: Date;
}

/** Makes the file known; whoever reads it claims it by `claimImport`. */
export async function insertImport(tx: Transaction, file: NewImport): Promise<string> {
	const { now, options, ...rest } = file;
	const { id } = await tx.import.create({
		data: { ...rest, status: "reading", options: JSON.stringify(options), createdAt: now },
	});
	return id;
}

export async function findImport(reader: Reader, id: string): Promise<ImportRecord | null> {
	const row = await reader.import.findUnique({ where: { id } });
	return row && recordOf(row);
}

export interface ImportPage {
	imports: ImportRecord[];
	total: number;
}

/** Newest first; files that were discarded are left out. */
export async function readImports(
	reader: Reader,
	{ page, pageSize }: { page: number; pageSize: number },
): Promise<ImportPage> {
	const where = { status: { not: "discarded" } };
	const [rows, total] = await Promise.all([
		reader.import.findMany({
			where,
			orderBy: [{ createdAt: "desc" }, { id: "desc" }],
			skip: (page - 1) * pageSize,
			take: pageSize,
		}),
		reader.import.count({ where }),
	]);
	return { imports: rows.map(recordOf), total };
}

/** Files that somebody should be at work on, oldest first. */
export async function readUnfinishedImports(reader: Reader): Promise<ImportRecord[]> {
	const rows = await reader.import.findMany({
		where: { status: { in: ["reading", "checking", "applying", "undoing"] } },
		orderBy: { createdAt: "asc" },
	});
	return rows.map(recordOf);
}

export interface ImportFields {
	status: ImportStatus;
	options: unknown;
	decisions: unknown;
	result: unknown;
	done: number;
	total: number;
	spool: string | null;
	worker: string | null;
	heartbeatAt: Date | null;
	checkedAt: Date | null;
	appliedAt: Date | null;
	appliedByName: string | null;
	undoneAt: Date | null;
}

/**
 * Changes a file's record if it is in one of the given states, at the hands of the given worker
 * where one is named; false when somebody else was faster.
 */
export async function changeImport(
	tx: Transaction,
	id: string,
	from: readonly ImportStatus[],
	fields: Partial<ImportFields>,
	worker?: string,
): Promise<boolean> {
	const { options, decisions, result, ...plain } = fields;
	const { count } = await tx.import.updateMany({
		where: { id, status: { in: [...from] }, ...(worker === undefined ? {} : { worker }) },
		data: {
			...plain,
			...(options === undefined ? {} : { options: JSON.stringify(options) }),
			...(decisions === undefined ? {} : { decisions: JSON.stringify(decisions) }),
			...(result === undefined ? {} : { result: JSON.stringify(result) }),
		},
	});
	return count > 0;
}

/** Whether another file of the kind was applied or undone since an instant. */
export async function wasAppliedSince(
	reader: Reader,
	kind: ImportKind,
	since: Date,
	exceptId: string,
): Promise<boolean> {
	const later = { gt: since };
	const other = await reader.import.findFirst({
		where: { kind, id: { not: exceptId }, OR: [{ appliedAt: later }, { undoneAt: later }] },
		select: { id: true },
	});
	return other !== null;
}

/** Whether a dry run that waits to be applied was overtaken by another file of its kind. */
export async function isOutdated(
	reader: Reader,
	{ id, kind, status, checkedAt }: ImportRecord,
): Promise<boolean> {
	if (status !== "checked" || !checkedAt) return false;
	return wasAppliedSince(reader, kind, checkedAt, id);
}

/** The newest file of a kind that was applied and not undone; null when there is none. */
export async function findLastApplied(
	reader: Reader,
	kind: ImportKind,
): Promise<ImportRecord | null> {
	const row = await reader.import.findFirst({
		where: { kind, status: "applied" },
		orderBy: { appliedAt: "desc" },
	});
	return row && recordOf(row);
}

export interface StagedRow {
	/** Counts up within the file, each once. */
	position: number;
	/** In the file; 0 for what the file does not hold. */
	line: number;
	outcome: string;
	name: string;
	cells: unknown;
	detail: unknown;
}

export async function insertImportRows(
	tx: Transaction,
	importId: string,
	rows: readonly StagedRow[],
): Promise<void> {
	const written = rows.map(({ cells, detail, ...row }) => ({
		...row,
		importId,
		cells: JSON.stringify(cells),
		detail: JSON.stringify(detail),
	}));
	await insertMany(tx, "ImportRow", written);
}

/** Rows after a position, in order, of the given outcomes. */
export async function readImportRows(
	reader: Reader,
	importId: string,
	outcomes: readonly string[],
	{ after = -1, take }: { after?: number; take: number },
): Promise<StagedRow[]> {
	const rows = await reader.importRow.findMany({
		where: { importId, outcome: { in: [...outcomes] }, position: { gt: after } },
		orderBy: { position: "asc" },
		take,
	});
	return rows.map(stagedRowOf);
}

function stagedRowOf(row: Prisma.ImportRowGetPayload<object>): StagedRow {
	const { cells, detail, importId: _, ...rest } = row;
	return { ...rest, cells: JSON.parse(cells), detail: JSON.parse(detail) };
}

/** One page of a file's rows of the given outcomes, in order. */
export async function readImportRowPage(
	reader: Reader,
	importId: string,
	outcomes: readonly string[],
	{ page, pageSize }: { page: number; pageSize: number },
): Promise<StagedRow[]> {
	const rows = await reader.importRow.findMany({
		where: { importId, outcome: { in: [...outcomes] } },
		orderBy: { position: "asc" },
		skip: (page - 1) * pageSize,
		take: pageSize,
	});
	return rows.map(stagedRowOf);
}

/** All such rows, a batch at a time; between two batches everybody else has a turn. */
export async function* eachImportRows(
	reader: Reader,
	importId: string,
	outcomes: readonly string[],
	size: number,
): AsyncGenerator<StagedRow[]> {
	for (let after = -1; ; ) {
		const rows = await readImportRows(reader, importId, outcomes, { after, take: size });
		const last = rows.at(-1);
		if (!last) return;
		yield rows;
		await breathe();
		after = last.position;
	}
}

/** How many rows there are of each outcome. */
export async function countImportRows(
	reader: Reader,
	importId: string,
): Promise<Record<string, number>> {
	const counts = await reader.importRow.groupBy({
		by: ["outcome"],
		where: { importId },
		_count: { _all: true },
	});
	return Object.fromEntries(counts.map(({ outcome, _count }) => [outcome, _count._all]));
}

/** Removes what was kept of a file's rows; of the given outcomes, or all. */
export async function deleteImportRows(
	tx: Transaction,
	importId: string,
	outcomes?: readonly string[],
): Promise<void> {
	const some = outcomes ? { outcome: { in: [...outcomes] } } : {};
	await tx.importRow.deleteMany({ where: { importId, ...some } });
}

/** Removes what was kept of the rows of finished files that came before an instant. */
export async function deleteOldImportRows(tx: Transaction, before: Date): Promise<void> {
	await tx.importRow.deleteMany({
		where: {
			import: {
				createdAt: { lt: before },
				status: { in: ["applied", "undone", "refused", "discarded"] },
			},
		},
	});
}
