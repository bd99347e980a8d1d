import { deleteOldImportRows, insertImport } from "#app/data/imports.ts";
import type { ImportKind } from "#app/domain/imports/import-status.ts";
import type { CommandContext } from "./command-context.ts";

export interface StartImport {
	kind: ImportKind;
	/** As the person's machine names it; shown, and never used as a path. */
	fileName: string;
	/** Bytes; 0 when unknown. */
	size: number;
	options: unknown;
	/** Where the file waits to be read; null when whoever starts it reads it at once. */
	spool: string | null;
}

const NAME_LENGTH = 120;
const DAY = 24 * 60 * 60_000;
/** How long, in days, what was read of a finished file can still be looked at. */
export const ROWS_KEPT = 30;

/** Makes an uploaded file known. Reading it is long work, to be claimed by a job. */
export async function startImport(
	{ database, now, actor }: CommandContext,
	{ kind, fileName, size, options, spool }: StartImport,
): Promise<string> {
	const name = fileName
		.replace(/[\p{Cc}\p{Cs}]/gu, "")
		.split(/[\\/]/)
		.at(-1)
		?.trim();
	return database.transaction(async (tx) => {
		await deleteOldImportRows(tx, new Date(now.getTime() - ROWS_KEPT * DAY));
		return insertImport(tx, {
			kind,
			fileName: (name || "file.csv").slice(-NAME_LENGTH),
			options,
			total: size,
			spool,
			createdByName: actor.name,
			now,
		});
	});
}
