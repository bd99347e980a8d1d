import { changeImport, deleteImportRows, findImport } from "#app/data/imports.ts";
import type { ImportStatus } from "#app/domain/imports/import-status.ts";
import { isStopped } from "#app/domain/imports/import-status.ts";
import type { CommandContext } from "./command-context.ts";
import type { ClaimRefusal } from "./import-job.ts";

const open: readonly ImportStatus[] = ["refused", "columns", "checked"];
const beforeWriting: readonly ImportStatus[] = ["reading", "checking", "applying"];

/** Forgets a file that was not applied, with all that was read of it. */
export async function discardImport(
	{ database, now }: CommandContext,
	id: string,
): Promise<{ ok: true; spool: string | null } | ClaimRefusal> {
	return database.transaction(async (tx) => {
		const file = await findImport(tx, id);
		if (!file) return { ok: false, reason: "not_found" };
		const { status, spool } = file;
		const idle = open.includes(status) || (beforeWriting.includes(status) && isStopped(file, now));
		if (!idle) return { ok: false, reason: "wrong_state", status };
		await deleteImportRows(tx, id);
		await changeImport(tx, id, [status], { status: "discarded", spool: null, worker: null });
		return { ok: true, spool };
	});
}
