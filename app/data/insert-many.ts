import type { Transaction } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** How many values one statement may carry on either engine, and a little less. */
const VALUES = 30_000;

/**
 * Inserts rows by the thousand. why not createMany: it compiles each statement anew, which takes longer
 * than the database does.
 * @param table as in schema.prisma
 * @param rows all with the same columns, defaults and identifiers included
 */
export async function insertMany(
	tx: Transaction,
	table: Prisma.ModelName,
	rows: readonly object[],
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {});
	const names = Prisma.raw(columns.map((name) => `"${name}"`).join(", "));
	const atOnce = Math.floor(VALUES / columns.length);
	for (let from = 0; from < rows.length; from += atOnce) {
		const values = rows
			.slice(from, from + atOnce)
			.map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => Reflect.get(row, name)))})`);
		await tx.$executeRaw`
			INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) VALUES ${Prisma.join(values)}`;
	}
}
