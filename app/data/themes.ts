import { byName } from "#app/domain/names.ts";
import { byRetirement, inUse, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";

/** For lists of themes: by the place given to each, then by name. */
export function byPosition(
	a: { position: number; name: string },
	b: { position: number; name: string },
): number {
	return a.position - b.position || byName(a, b);
}

/** Every theme with its programmes in use, in the order of lists, retired ones last. */
export async function listThemes(reader: Reader) {
	const rows = await reader.theme.findMany({ include: { programmes: inUse } });
	return rows.sort((a, b) => byRetirement(a, b) || byPosition(a, b));
}

/** A theme with its programmes in use, or null. */
export async function findTheme(reader: Reader, id: string) {
	return reader.theme.findUnique({ where: { id }, include: { programmes: inUse } });
}

export type ThemeRecord = NonNullable<Awaited<ReturnType<typeof findTheme>>>;

/** Every theme's name, retired ones too: no two may be alike. */
export async function readThemeNames(reader: Reader): Promise<NamedThing[]> {
	const rows = await reader.theme.findMany({ select: naming });
	return rows.map(named).sort(byName);
}

/** The themes that can be chosen, in the order of lists. */
export async function readThemeChoices(reader: Reader): Promise<NamedThing[]> {
	const rows = await reader.theme.findMany({
		where: { retiredAt: null },
		select: { ...naming, position: true },
	});
	return rows.sort(byPosition).map(named);
}

export interface ThemeFields {
	name: string;
	position: number;
}

export async function insertTheme(tx: Transaction, fields: ThemeFields): Promise<string> {
	const { id } = await tx.theme.create({ data: fields });
	return id;
}

export async function updateTheme(
	tx: Transaction,
	id: string,
	fields: Partial<ThemeFields> & { retiredAt?: Date | null },
): Promise<void> {
	await tx.theme.update({ where: { id }, data: fields });
}
