import { byName } from "#app/domain/names.ts";
import type { Place } from "#app/domain/travel/travel.ts";
import type { Reader, Transaction } from "./database.ts";

/** Every base, by name, with whoever starts from it. */
export async function listBases(reader: Reader) {
	const rows = await reader.base.findMany({
		include: { people: { where: { retiredAt: null }, select: { name: true } } },
	});
	return rows.sort(byName);
}

export async function findBase(reader: Reader, id: string) {
	return reader.base.findUnique({ where: { id }, include: { people: { select: { name: true } } } });
}

export interface BaseFields extends Place {
	name: string;
}

export async function insertBase(tx: Transaction, fields: BaseFields): Promise<string> {
	const { id } = await tx.base.create({ data: fields });
	return id;
}

export async function updateBase(tx: Transaction, id: string, fields: BaseFields): Promise<void> {
	await tx.base.update({ where: { id }, data: fields });
}

export async function deleteBase(tx: Transaction, id: string): Promise<void> {
	await tx.base.delete({ where: { id } });
}
