import { redirect } from "react-router";
import { findImport, type ImportRecord } from "#app/data/imports.ts";
import type { ImportStatus } from "#app/domain/imports/import-status.ts";
import { beginImportStep, type ImportStep } from "#app/http/import-work.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { stepRefusalWords } from "./step-words.ts";

/**
 * The file that a step is asked for.
 * @throws 404, or to the file's page where the step cannot be taken now
 */
export async function fileForStep(
	{ app, now }: Entered,
	id: string,
	from: ImportStatus,
	leftOver: ImportStatus,
): Promise<ImportRecord> {
	const file = await findImport(app.database.client, id);
	if (!file || file.status === "discarded") throw notFound();
	const again = file.status === leftOver && app.jobs.isStopped(file, now);
	if (file.status !== from && !again) throw redirect(`/imports/${id}`, 303);
	return file;
}

/** Begins a step and goes to the file's page, which shows how far it is or why it did not begin. */
export async function answerStep({ app, command }: Entered, id: string, step: ImportStep) {
	const begun = await beginImportStep(app, command, id, step);
	if (begun.ok) return redirect(`/imports/${id}`, 303);
	if (begun.reason === "not_found") throw notFound();
	const message = stepRefusalWords(begun);
	return redirectWith(app, `/imports/${id}`, { kind: "important", message });
}
