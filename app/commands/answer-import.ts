import { changeImport, findImport } from "#app/data/imports.ts";
import type { OldDecisions } from "#app/domain/imports/old-check.ts";
import type { CommandContext } from "./command-context.ts";
import type { ClaimRefusal } from "./import-job.ts";

/** Keeps what the coordinator answered about a checked file, beside what was answered before. */
export async function answerImport(
	{ database }: CommandContext,
	id: string,
	answers: OldDecisions,
): Promise<{ ok: true } | ClaimRefusal> {
	return database.transaction(async (tx) => {
		const file = await findImport(tx, id);
		if (file?.kind !== "sessions") return { ok: false, reason: "not_found" };
		if (file.status !== "checked") {
			return { ok: false, reason: "wrong_state", status: file.status };
		}
		const before = file.decisions as Partial<OldDecisions>;
		const decisions: OldDecisions = {
			dateOrder: answers.dateOrder ?? before.dateOrder,
			dates: { ...before.dates, ...answers.dates },
			venues: { ...before.venues, ...answers.venues },
			programmes: { ...before.programmes, ...answers.programmes },
			keep: answers.keep,
		};
		await changeImport(tx, id, ["checked"], { decisions });
		return { ok: true };
	});
}
