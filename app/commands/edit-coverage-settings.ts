import { changesBetween } from "#app/data/history.ts";
import { readSettings, writeSettings } from "#app/data/settings.ts";
import type { CoverageSettings } from "#app/domain/coverage/coverage-settings.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

const labels = {
	coverageMonths: "Months after which a visit is overdue",
	highFsmPercent: "Share on free school meals from which a school comes first (%)",
};

/** Changes what coverage goes by. */
export async function editCoverageSettings(
	context: CommandContext,
	input: CoverageSettings,
): Promise<{ ok: true }> {
	return context.database.transaction(async (tx) => {
		const before = await readSettings(tx);
		const changes = changesBetween(labels, { ...before }, { ...input });
		if (changes.length === 0) return { ok: true };
		await writeSettings(tx, input);
		await note(tx, context, ["setting", "coverage"], { what: "Edited", changes });
		return { ok: true };
	});
}
