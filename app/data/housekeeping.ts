import type { Transaction } from "./database.ts";

/** Answers to calls of the API from before a moment. @returns how many; a dry run deletes none */
export async function deleteOldAnswers(
	tx: Transaction,
	before: Date,
	dryRun: boolean,
): Promise<number> {
	const where = { createdAt: { lt: before } };
	if (dryRun) return tx.idempotentAnswer.count({ where });
	return (await tx.idempotentAnswer.deleteMany({ where })).count;
}

/**
 * Rows of files whose import was decided before a moment: they can hold anything that somebody once
 * wrote in a spreadsheet. What they became stays. @returns how many; a dry run deletes none
 */
export async function deleteOldImportRows(
	tx: Transaction,
	before: Date,
	dryRun: boolean,
): Promise<number> {
	const where = {
		import: {
			createdAt: { lt: before },
			status: { in: ["applied", "undone", "refused", "discarded"] },
		},
	};
	if (dryRun) return tx.importRow.count({ where });
	return (await tx.importRow.deleteMany({ where })).count;
}
