import { changeImport, findImport } from "#app/data/imports.ts";
import {
	type ImportKind,
	type ImportStatus,
	isStopped,
} from "#app/domain/imports/import-status.ts";
import type { CommandContext } from "./command-context.ts";

/** Long work on a file, as the process that does it sees it. */
export interface ImportJob {
	importId: string;
	/** Names the process; see claimImport. */
	worker: string;
	/** Aborted when the process ends: the work throws, and nothing half done stays. */
	signal: AbortSignal;
	/** Tells how far it is; `total` where that was not known before. */
	report(done: number, total?: number): void;
}

export type ClaimRefusal =
	| { ok: false; reason: "not_found" }
	/** The file is in another state than this work needs: somebody was faster. */
	| { ok: false; reason: "wrong_state"; status: ImportStatus };

export interface Claim {
	kind: ImportKind;
	/** The states from which the work may begin; it may always take up work that was left over. */
	from: readonly ImportStatus[];
	to: ImportStatus;
	worker: string;
}

/**
 * Takes a file for one piece of long work. Two processes cannot both have it: whoever comes second
 * is refused, until the first has been silent for a minute.
 */
export async function claimImport(
	{ database, now }: CommandContext,
	id: string,
	{ kind, from, to, worker }: Claim,
): Promise<{ ok: true } | ClaimRefusal> {
	return database.transaction(async (tx) => {
		const file = await findImport(tx, id);
		if (!file || file.kind !== kind) return { ok: false, reason: "not_found" };
		const leftOver = file.status === to && isStopped(file, now);
		if (!leftOver && !from.includes(file.status)) {
			return { ok: false, reason: "wrong_state", status: file.status };
		}
		await changeImport(tx, id, [file.status], { status: to, worker, heartbeatAt: now, done: 0 });
		return { ok: true };
	});
}

/** Notes that the work goes on, and how far it is. */
export async function beatImport(
	{ database }: Pick<CommandContext, "database">,
	{ importId, worker }: Pick<ImportJob, "importId" | "worker">,
	progress: { now: Date; done: number; total?: number },
): Promise<void> {
	const { now, ...far } = progress;
	const fields = { heartbeatAt: now, ...far };
	const working = ["reading", "checking", "applying", "undoing"] as const;
	await database.transaction((tx) => changeImport(tx, importId, working, fields, worker));
}

/** Lets go of a file whose work failed or was stopped, so that it can be started again at once. */
export async function releaseImport(
	{ database }: Pick<CommandContext, "database">,
	{ importId, worker }: Pick<ImportJob, "importId" | "worker">,
): Promise<void> {
	const working = ["reading", "checking", "applying", "undoing"] as const;
	await database.transaction((tx) =>
		changeImport(tx, importId, working, { worker: null, heartbeatAt: null }, worker),
	);
}
