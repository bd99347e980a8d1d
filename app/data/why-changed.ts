import type { Reader } from "./database.ts";
import type { Change } from "./history.ts";

/** What is known of why a session counts otherwise than it did. */
export interface WhyChanged {
	/** Close-outs that came after the one that counted then, or after the moment; oldest first. */
	records: { correctionReason: string | null; recordedByName: string; recordedAt: Date }[];
	/** The last thing done to it since, where no close-out says it. */
	lastEntry: { what: string; why: string | null; changes: Change[]; at: Date } | null;
	imported: boolean;
	exists: boolean;
}

/** why: SQLite takes 999 values in one query. */
const AT_ONCE = 400;

/**
 * What happened to sessions since a moment.
 * @param asked the sessions, with the revision of the close-out that counted then; 0 for none
 */
export async function readWhyChanged(
	reader: Reader,
	asked: readonly { sessionId: string; revision: number }[],
	since: Date,
): Promise<Map<string, WhyChanged>> {
	const found = new Map<string, WhyChanged>();
	for (let from = 0; from < asked.length; from += AT_ONCE) {
		const batch = asked.slice(from, from + AT_ONCE);
		for (const [id, why] of await readBatch(reader, batch, since)) found.set(id, why);
	}
	return found;
}

async function readBatch(
	reader: Reader,
	asked: readonly { sessionId: string; revision: number }[],
	since: Date,
): Promise<[string, WhyChanged][]> {
	const ids = asked.map(({ sessionId }) => sessionId);
	const [sessions, entries] = await Promise.all([
		reader.session.findMany({
			where: { id: { in: ids } },
			select: {
				id: true,
				importId: true,
				closeOuts: {
					select: {
						revision: true,
						correctionReason: true,
						recordedByName: true,
						recordedAt: true,
					},
					orderBy: { revision: "asc" },
				},
			},
		}),
		reader.historyEntry.findMany({
			where: { subject: "session", subjectId: { in: ids }, at: { gte: since } },
			select: { subjectId: true, what: true, why: true, changes: true, at: true },
			orderBy: { id: "asc" },
		}),
	]);
	return asked.map(({ sessionId, revision }) => {
		const session = sessions.find(({ id }) => id === sessionId);
		const last = entries.filter(({ subjectId }) => subjectId === sessionId).at(-1);
		const why: WhyChanged = {
			records: (session?.closeOuts ?? []).filter((record) =>
				revision > 0 ? record.revision > revision : record.recordedAt >= since,
			),
			lastEntry: last ? { ...last, changes: JSON.parse(last.changes) } : null,
			imported: session?.importId != null,
			exists: session !== undefined,
		};
		return [sessionId, why];
	});
}
