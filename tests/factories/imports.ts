import { answerImport } from "#app/commands/answer-import.ts";
import { applyOldSessions } from "#app/commands/apply-old-sessions.ts";
import { applyRegister } from "#app/commands/apply-register.ts";
import { checkOldSessions } from "#app/commands/check-old-sessions.ts";
import { chooseColumns } from "#app/commands/choose-columns.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { claimImport, type ImportJob } from "#app/commands/import-job.ts";
import { readOldSessions } from "#app/commands/read-old-sessions.ts";
import { readRegister } from "#app/commands/read-register.ts";
import { startImport } from "#app/commands/start-import.ts";
import {
	countImportRows,
	findImport,
	type ImportRecord,
	readImportRows,
	type StagedRow,
} from "#app/data/imports.ts";
import type { ImportKind, ImportStatus } from "#app/domain/imports/import-status.ts";
import type { OldDecisions } from "#app/domain/imports/old-check.ts";
import { guessColumns } from "#app/domain/imports/old-columns.ts";
import { type RegisterResult, registerOptions } from "#app/domain/imports/register-file.ts";
import { readOldFile } from "#app/gateways/old-file.ts";
import { readRegisterFile } from "#app/gateways/register-file.ts";
import { inPieces } from "./register-file.ts";

/** A job that nobody stops and nobody watches. */
export function aJob(importId: string, overrides: Partial<ImportJob> = {}): ImportJob {
	return {
		importId,
		worker: "test",
		signal: new AbortController().signal,
		report: () => {},
		...overrides,
	};
}

export async function claim(
	context: CommandContext,
	id: string,
	kind: ImportKind,
	from: ImportStatus,
	to: ImportStatus,
): Promise<ImportJob> {
	const claimed = await claimImport(context, id, { kind, from: [from], to, worker: "test" });
	if (!claimed.ok) throw new Error(`Could not claim the file: ${claimed.reason}`);
	return aJob(id);
}

export interface ReadFile {
	id: string;
	file: ImportRecord;
	rows: StagedRow[];
	/** Of the outcomes that occurred. */
	counts: Record<string, number>;
}

/** A file of the register, read and checked or refused; nothing of it applied. */
export async function aReadRegister(
	context: CommandContext,
	content: Uint8Array,
	options: Partial<Record<"laCodes" | "typeGroups" | "closedSince", string | string[]>> = {},
): Promise<ReadFile> {
	const parsed = registerOptions.parse(options);
	const about = { kind: "register", fileName: "register.csv", size: content.length } as const;
	const id = await startImport(context, { ...about, options: parsed, spool: null });
	const job = await claim(context, id, "register", "reading", "reading");
	await readRegister(context, job, readRegisterFile(inPieces(content, 1000)));
	return readFile(context, id);
}

export async function readFile({ database }: CommandContext, id: string): Promise<ReadFile> {
	const file = await findImport(database.client, id);
	if (!file) throw new Error("The file is not there");
	const outcomes = Object.keys(await countImportRows(database.client, id));
	const rows = await readImportRows(database.client, id, outcomes, { take: 1000 });
	const counts = Object.entries((file.result as Partial<RegisterResult>).counts ?? {});
	return { id, file, rows, counts: Object.fromEntries(counts.filter(([, count]) => count > 0)) };
}

/** A file of the register, read and applied. */
export async function anAppliedRegister(
	context: CommandContext,
	content: Uint8Array,
	options = {},
) {
	const read = await aReadRegister(context, content, options);
	const job = await claim(context, read.id, "register", "checked", "applying");
	const applied = await applyRegister(context, job);
	return { ...(await readFile(context, read.id)), counts: read.counts, applied };
}

const answersOfNobody = { dates: {}, venues: {}, programmes: {}, keep: [] };

/** A spreadsheet of past sessions, read; its columns are still to be chosen, or it was refused. */
export async function aReadSheet(
	context: CommandContext,
	content: Uint8Array | string,
): Promise<ReadFile> {
	const bytes = Buffer.from(content);
	const about = { kind: "sessions", fileName: "old.csv", size: bytes.length } as const;
	const id = await startImport(context, { ...about, options: {}, spool: null });
	const job = await claim(context, id, "sessions", "reading", "reading");
	await readOldSessions(context, job, readOldFile(inPieces(bytes, 1000)));
	return readFile(context, id);
}

export async function check(context: CommandContext, id: string): Promise<ReadFile> {
	const from: ImportStatus[] = ["columns", "checked"];
	const claimed = await claimImport(context, id, {
		kind: "sessions",
		from,
		to: "checking",
		worker: "test",
	});
	if (!claimed.ok) throw new Error(`Could not check the file: ${claimed.reason}`);
	await checkOldSessions(context, aJob(id));
	return readFile(context, id);
}

/** A spreadsheet of past sessions, read by the columns that its headers suggest, and checked. */
export async function aCheckedSheet(
	context: CommandContext,
	content: Uint8Array | string,
	choice: { teamId: string; programmeId?: string | null; counted?: "counted" | "estimated" },
): Promise<ReadFile> {
	const { id, file } = await aReadSheet(context, content);
	const columns = guessColumns((file.result as { headers: string[] }).headers);
	const all = { programmeId: null, counted: "counted", ...choice, columns } as const;
	const chosen = await chooseColumns(context, id, all);
	if (!chosen.ok) throw new Error(`Could not choose columns: ${chosen.reason}`);
	return check(context, id);
}

/** Answers questions about a checked file, and checks it again. */
export async function answer(context: CommandContext, id: string, answers: Partial<OldDecisions>) {
	const answered = await answerImport(context, id, { ...answersOfNobody, ...answers });
	if (!answered.ok) throw new Error(`Could not answer: ${answered.reason}`);
	return check(context, id);
}

export async function applySheet(context: CommandContext, id: string) {
	const job = await claim(context, id, "sessions", "checked", "applying");
	const applied = await applyOldSessions(context, job);
	return { ...(await readFile(context, id)), applied };
}
