import { createHash, randomBytes } from "node:crypto";
import { insertApiToken } from "#app/data/api-tokens.ts";
import { addHistory } from "#app/data/history.ts";
import { TOKEN_PREFIX } from "#app/domain/api/token.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";

const DAY = 86_400_000;

/** What is kept of a token. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a token that acts with its owner's permissions.
 * @returns the token itself, which can never be shown again
 */
export async function createApiToken(
	context: CommandContext,
	userId: string,
	{ name, days }: { name: string; days: number },
): Promise<{ token: string; expiresAt: Date }> {
	const token = TOKEN_PREFIX + randomBytes(32).toString("base64url");
	const { now, actor, settings } = context;
	const expiresAt = new Date(now.getTime() + days * DAY);
	await context.database.transaction(async (tx) => {
		await insertApiToken(tx, { userId, name, tokenHash: hashToken(token), now, expiresAt });
		await addHistory(tx, {
			at: now,
			actorId: actor.userId,
			actorName: actor.name,
			subject: "user",
			subjectId: userId,
			what: "Made a token",
			changes: [
				{ label: "For", to: name },
				{ label: "Until", to: formatPlainDate(localDateOf(expiresAt, settings.zone)) },
			],
		});
	});
	return { token, expiresAt };
}
