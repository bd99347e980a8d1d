import { changesBetween } from "#app/data/history.ts";
import { readSettings, writeSettings } from "#app/data/settings.ts";
import { hasSessions } from "#app/data/upcoming-sessions.ts";
import type { PartnershipInput } from "#app/domain/partnership/partnership-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

const labels = {
	partnership: "Name of the partnership",
	zone: "Time zone",
	reminderDays: "Days before a reminder",
	feedPastDays: "Days that calendar feeds show of the past",
};

export type PartnershipOutcome = { ok: true } | { ok: false; reason: "zone_in_use" };

/**
 * Changes what the whole deployment goes by. The zone is fixed once there are sessions: their local
 * dates are kept, every period counts by them, and another zone would move some to another day.
 */
export async function editPartnership(
	context: CommandContext,
	input: PartnershipInput,
): Promise<PartnershipOutcome> {
	return context.database.transaction(async (tx) => {
		const before = await readSettings(tx);
		if (input.zone !== before.zone && (await hasSessions(tx))) {
			return { ok: false, reason: "zone_in_use" };
		}
		const changes = changesBetween(labels, { ...before }, input);
		if (changes.length === 0) return { ok: true };
		await writeSettings(tx, input);
		await note(tx, context, ["setting", "partnership"], { what: "Edited", changes });
		return { ok: true };
	});
}
