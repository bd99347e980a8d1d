import { createReadStream } from "node:fs";
import { applyOldSessions } from "#app/commands/apply-old-sessions.ts";
import { applyRegister } from "#app/commands/apply-register.ts";
import { checkOldSessions } from "#app/commands/check-old-sessions.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import type { Claim, ClaimRefusal, ImportJob } from "#app/commands/import-job.ts";
import { readOldSessions } from "#app/commands/read-old-sessions.ts";
import { readRegister } from "#app/commands/read-register.ts";
import { undoImport } from "#app/commands/undo-import.ts";
import { findImport, type ImportRecord, readUnfinishedImports } from "#app/data/imports.ts";
import { readSettings } from "#app/data/settings.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import { type RegisterResult, registerOutcomes } from "#app/domain/imports/register-file.ts";
import { readOldFile } from "#app/gateways/old-file.ts";
import { readRegisterFile } from "#app/gateways/register-file.ts";
import type { App } from "./app-context.ts";

export type ImportStep = "read" | "check" | "apply" | "undo";

/** Each may also take up what a dead process left over. */
const claims: Record<ImportStep, Pick<Claim, "from" | "to">> = {
	read: { from: [], to: "reading" },
	check: { from: ["columns", "checked"], to: "checking" },
	apply: { from: ["checked"], to: "applying" },
	undo: { from: ["applied"], to: "undoing" },
};

export type StepRefusal =
	| ClaimRefusal
	/** The upload is not on this machine any more: it has to be sent again. */
	| { ok: false; reason: "file_gone" };

/** Starts long work on a file and does not wait for it: the file's page shows how far it is. */
export async function beginImportStep(
	app: App,
	command: CommandContext,
	id: string,
	step: ImportStep,
): Promise<{ ok: true; finished: Promise<void> } | StepRefusal> {
	const file = await findImport(app.database.client, id);
	if (!file) return { ok: false, reason: "not_found" };
	if (step !== "read") {
		const about = { ...file, total: stepTotal(file, step) };
		return app.jobs.start(command, about, claims[step], (job) => work(command, file, step, job));
	}
	const path = file.spool === null ? null : app.uploads.find(file.spool);
	if (path === null) return { ok: false, reason: "file_gone" };
	return app.jobs.start(command, file, claims.read, async (job) => {
		await read(command, file, path, job);
		if (file.spool !== null) await app.uploads.remove(file.spool);
	});
}

async function read(
	command: CommandContext,
	{ kind, total }: ImportRecord,
	path: string,
	job: ImportJob,
): Promise<void> {
	const source = createReadStream(path);
	const count = (bytes: number) => job.report(bytes, total);
	if (kind === "register") await readRegister(command, job, readRegisterFile(source, count));
	else await readOldSessions(command, job, readOldFile(source, count));
}

function work(
	command: CommandContext,
	{ kind }: ImportRecord,
	step: Exclude<ImportStep, "read">,
	job: ImportJob,
): Promise<unknown> {
	if (step === "undo") return undoImport(command, job);
	if (step === "check") return checkOldSessions(command, job);
	return kind === "register" ? applyRegister(command, job) : applyOldSessions(command, job);
}

/** Rows that the work goes through, for its progress. */
function stepTotal({ kind, result }: ImportRecord, step: ImportStep): number {
	if (kind === "register") {
		const { counts } = result as Partial<RegisterResult>;
		const passed = registerOutcomes.filter((outcome) => outcome !== "unreadable");
		return passed.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0);
	}
	const { rows = 0, counts } = result as Partial<OldFileResult>;
	return step === "apply" ? (counts?.ready ?? 0) : rows;
}

/**
 * Takes up the reading and checking that a process left over when it ended. What somebody must have
 * decided, applying and undoing, waits for them to say so again: nothing of it was written.
 */
export async function resumeImports(app: App): Promise<void> {
	const { database, deployment, clock } = app;
	const now = clock();
	await app.uploads.removeOlderThan(new Date(now.getTime() - KEPT));
	const files = await readUnfinishedImports(database.client);
	const settings = await readSettings(database.client);
	for (const file of files.filter((one) => app.jobs.isStopped(one, now))) {
		const actor = { userId: "server", name: file.createdByName };
		const command = { database, deployment, settings, now, actor };
		if (file.status === "reading") await beginImportStep(app, command, file.id, "read");
		if (file.status === "checking") await beginImportStep(app, command, file.id, "check");
	}
}

/** How long, in milliseconds, an upload can be left over before it is removed: a day. */
const KEPT = 24 * 60 * 60_000;
