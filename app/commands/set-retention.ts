import { changesBetween } from "#app/data/history.ts";
import { readSettings, writeSettings } from "#app/data/settings.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Changes how many months after their last session contacts are anonymised; null for never. */
export async function setRetention(
	context: CommandContext,
	months: number | null,
): Promise<{ ok: true }> {
	return context.database.transaction(async (tx) => {
		const { retentionMonths } = await readSettings(tx);
		const labels = { months: "Months that contacts are kept" };
		const changes = changesBetween(labels, { months: retentionMonths }, { months });
		if (changes.length === 0) return { ok: true };
		await writeSettings(tx, { retentionMonths: months });
		await note(tx, context, ["setting", "retention"], { what: "Edited", changes });
		return { ok: true };
	});
}
