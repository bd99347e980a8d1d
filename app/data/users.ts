import type { Reader } from "./database.ts";

export async function countUsersWithAddress(
	reader: Reader,
	addresses: readonly string[],
): Promise<number> {
	return reader.user.count({ where: { email: { in: [...addresses] } } });
}
