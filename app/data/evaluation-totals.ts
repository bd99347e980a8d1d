import type { EnteredTotal, Moment } from "#app/domain/evaluation/totals-input.ts";
import type { Reader, Transaction } from "./database.ts";

export interface KeptTotal extends EnteredTotal {
	bySchool: boolean;
	enteredByName: string;
	enteredAt: Date;
}

export async function readSessionTotals(reader: Reader, sessionId: string): Promise<KeptTotal[]> {
	const rows = await reader.evaluationTotal.findMany({ where: { sessionId } });
	return rows.map(({ sessionId: _, moment, ...row }) => ({ ...row, moment: moment as Moment }));
}

interface Entered {
	sessionId: string;
	totals: readonly EnteredTotal[];
	bySchool: boolean;
	byName: string;
	now: Date;
}

/** Puts totals in the place of all that the session had. */
export async function replaceTotals(tx: Transaction, entered: Entered): Promise<void> {
	const { sessionId, totals, bySchool, byName: enteredByName, now: enteredAt } = entered;
	await tx.evaluationTotal.deleteMany({ where: { sessionId } });
	await tx.evaluationTotal.createMany({
		data: totals.map((total) => ({ ...total, sessionId, bySchool, enteredByName, enteredAt })),
	});
}
