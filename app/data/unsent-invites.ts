import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

export interface UnsentInvites {
	/** Kept back until somebody sends them, or refused for good: these wait for a person. */
	stuck: number;
	/** On their way. */
	waiting: number;
}

/**
 * Invites whose recipients hold another version than the session's, or none, for those sessions
 * that have any. A later message that was sent makes up for an earlier one that was not.
 */
export async function readUnsentInvites(
	reader: Reader,
	sessionIds: readonly string[],
): Promise<Map<string, UnsentInvites>> {
	if (sessionIds.length === 0) return new Map();
	const rows = await reader.$queryRaw<
		{ sessionId: string; stuck: bigint | number; waiting: bigint | number }[]
	>(Prisma.sql`
		SELECT i."sessionId",
			SUM(CASE WHEN m."status" IN ('held', 'failed') THEN 1 ELSE 0 END) AS "stuck",
			SUM(CASE WHEN m."status" IN ('waiting', 'sending') THEN 1 ELSE 0 END) AS "waiting"
		FROM "Invite" i
		JOIN "OutboxMessage" m ON m."inviteId" = i."id"
		WHERE i."sessionId" IN (${Prisma.join([...sessionIds])})
			AND m."id" = (
				SELECT MAX(l."id") FROM "OutboxMessage" l
				WHERE l."inviteId" = i."id" AND l."method" IS NOT NULL AND l."status" <> 'replaced')
		GROUP BY i."sessionId"`);
	return new Map(
		rows.map(({ sessionId, stuck, waiting }) => [
			sessionId,
			{ stuck: Number(stuck), waiting: Number(waiting) },
		]),
	);
}
