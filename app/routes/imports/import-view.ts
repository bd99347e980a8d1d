import type { ImportRecord } from "#app/data/imports.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import { isWorking } from "#app/domain/imports/import-status.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { readOldPart } from "./old-view.ts";
import { refusalWords } from "./refusal-words.ts";
import { readRegisterPart } from "./register-view.ts";
import { stoppedPart } from "./stopped-words.ts";
import { workingPart } from "./working-words.ts";

/** What the page of a file shows below its heading, by where the file stands. */
export async function readImportView(
	{ app, now, zone }: Entered,
	file: ImportRecord,
	query: URLSearchParams,
) {
	const { id, kind, status } = file;
	if (app.jobs.isStopped(file, now)) {
		const here = file.spool !== null && app.uploads.find(file.spool) !== null;
		return { part: "stopped" as const, ...stoppedPart(file, here) };
	}
	if (isWorking(status)) {
		return { part: "working" as const, ...workingPart(file, app.jobs.progress(id)) };
	}
	if (status === "refused") {
		const { refusal } = file.result as { refusal: FileRefusal };
		return { part: "refused" as const, kind, reason: refusalWords(refusal, kind) };
	}
	if (kind === "sessions") {
		const part = await readOldPart(app.database.client, file, { query, zone });
		return { part: "sessions" as const, ...part };
	}
	const part = await readRegisterPart(app.database.client, file, { query, zone });
	return { part: "register" as const, ...part };
}
