import { addHistory } from "#app/data/history.ts";
import { setReportReader } from "#app/data/reports.ts";
import type { CommandContext } from "./command-context.ts";

/** Asks for the monthly report for oneself, or stops it. */
export async function chooseReport(
	{ database, now, actor }: CommandContext,
	wanted: boolean,
): Promise<void> {
	await database.transaction(async (tx) => {
		const { userId } = actor;
		if (!(await setReportReader(tx, userId, wanted ? now : null))) return;
		await addHistory(tx, {
			...{ at: now, actorId: userId, actorName: actor.name },
			...{ subject: "user", subjectId: userId },
			what: wanted ? "Asked for the monthly report" : "Stopped the monthly report",
		});
	});
}
