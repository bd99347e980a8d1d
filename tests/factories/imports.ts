import { applyRegister } from "#app/commands/apply-register.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { claimImport, type ImportJob } from "#app/commands/import-job.ts";
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
import { type RegisterResult, registerOptions } from "#app/domain/imports/register-file.ts";
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
