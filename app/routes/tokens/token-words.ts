import type { ListedToken } from "#app/data/api-tokens.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { localDateOf } from "#app/domain/time.ts";
import { momentWords } from "#app/http/history-words.ts";

export interface TokenRow {
	id: string;
	name: string;
	owner: string;
	made: string;
	lastUsed: string;
	state: "in_force" | "expired" | "ended" | "owner_disabled";
	until: string;
}

/** The local date on which a token is last taken. */
export function lastDay(expiresAt: Date, zone: string): string {
	return formatPlainDate(localDateOf(expiresAt, zone));
}

export function tokenRow(token: ListedToken, { zone, now }: { zone: string; now: Date }): TokenRow {
	const { id, name, createdAt, expiresAt, lastUsedAt, user } = token;
	return {
		id,
		name,
		owner: user.name,
		made: formatPlainDate(localDateOf(createdAt, zone)),
		lastUsed: lastUsedAt ? momentWords(lastUsedAt, zone) : "Never",
		state: stateOf(token, now),
		until: lastDay(expiresAt, zone),
	};
}

function stateOf({ revokedAt, expiresAt, user }: ListedToken, now: Date): TokenRow["state"] {
	if (revokedAt) return "ended";
	if (expiresAt <= now) return "expired";
	return user.disabledAt ? "owner_disabled" : "in_force";
}
