import { addHistories, addHistory } from "#app/data/history.ts";
import { changeImport, deleteImportRows, findImport } from "#app/data/imports.ts";
import {
	deleteImportedSessions,
	deleteUnusedPlaces,
	readImportedSessions,
} from "#app/data/old-sessions.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";

const LIMIT = 5 * 60_000;

/**
 * Takes back everything that a file of past sessions brought in, with corrections and evaluation
 * that were entered since.
 * The history of the sessions stays, and their references are not used again. The file must have
 * been claimed for undoing.
 */
export async function undoImport(context: CommandContext, job: ImportJob): Promise<void> {
	const { database, now, actor } = context;
	const { importId, worker } = job;
	const by = { at: now, actorId: actor.userId, actorName: actor.name };
	await database.transaction(async (tx) => {
		const file = await findImport(tx, importId);
		if (file?.status !== "undoing") throw new Error("Not a file that is being undone");
		const { sessions } = await readImportedSessions(tx, importId);
		await deleteImportedSessions(tx, importId);
		const { places = [] } = file.result as OldFileResult;
		await deleteUnusedPlaces(tx, places);
		await deleteImportRows(tx, importId);
		await addHistories(
			tx,
			sessions.map(({ id }) => ({
				...by,
				subject: "session",
				subjectId: id,
				what: "Import undone",
				changes: [],
			})),
		);
		await addHistory(tx, {
			...by,
			subject: "import",
			subjectId: importId,
			what: "Undone",
			changes: [{ label: "Sessions", from: String(sessions.length), to: null }],
		});
		const fields = { status: "undone", undoneAt: now, worker: null } as const;
		const mine = await changeImport(tx, importId, ["undoing"], fields, worker);
		if (!mine) throw new Error("Another process took the file over");
	}, LIMIT);
}
