import { changeImport, deleteImportRows, findImport } from "#app/data/imports.ts";
import type { CsvBatches } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import type { RegisterOptions } from "#app/domain/imports/register-file.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";
import { RegisterStaging } from "./register-staging.ts";

/**
 * The dry run of an extract of the register: reads it, holds it against what stands and writes down
 * what would change. No venue is touched. The file must have been claimed for reading; afterwards it
 * is checked, or refused with the reason.
 */
export async function readRegister(
	context: CommandContext,
	job: ImportJob,
	batches: CsvBatches,
): Promise<void> {
	const { database } = context;
	const { importId, worker } = job;
	const file = await findImport(database.client, importId);
	if (!file) return;
	await database.transaction((tx) => deleteImportRows(tx, importId));
	try {
		const staging = await RegisterStaging.begin(context, job, file.options as RegisterOptions);
		for await (const records of batches) {
			job.signal.throwIfAborted();
			await staging.add(records);
		}
		const result = await staging.end();
		const fields = {
			status: "checked",
			result,
			checkedAt: context.now,
			worker: null,
			spool: null,
		} as const;
		await database.transaction((tx) => changeImport(tx, importId, ["reading"], fields, worker));
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		const { refusal } = error;
		const fields = { status: "refused", result: { refusal }, worker: null, spool: null } as const;
		await database.transaction(async (tx) => {
			await deleteImportRows(tx, importId);
			await changeImport(tx, importId, ["reading"], fields, worker);
		});
	}
}
