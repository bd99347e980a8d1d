import { byName } from "#app/domain/names.ts";
import { byRetirement, inUse, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";

/** Every agency with its teams and how many people it employs, retired ones last. */
export async function listAgencies(reader: Reader) {
	const rows = await reader.agency.findMany({
		include: { _count: { select: { people: { where: { retiredAt: null } } } }, teams: inUse },
	});
	return rows
		.map(({ _count, ...row }) => ({ ...row, people: _count.people }))
		.sort((a, b) => byRetirement(a, b) || byName(a, b));
}

/** An agency with everything in use that needs it, or null. */
export async function findAgency(reader: Reader, id: string) {
	return reader.agency.findUnique({
		where: { id },
		include: { teams: inUse, people: inUse, programmes: inUse },
	});
}

export type AgencyRecord = NonNullable<Awaited<ReturnType<typeof findAgency>>>;

/** Every agency's name, retired ones too: no two may be alike. */
export async function readAgencyNames(reader: Reader): Promise<NamedThing[]> {
	const rows = await reader.agency.findMany({ select: naming });
	return rows.map(named).sort(byName);
}

/** The agencies that can be chosen, by name. */
export async function readAgencyChoices(reader: Reader): Promise<NamedThing[]> {
	const rows = await reader.agency.findMany(inUse);
	return rows.map(named).sort(byName);
}

export async function insertAgency(tx: Transaction, fields: { name: string }): Promise<string> {
	const { id } = await tx.agency.create({ data: fields });
	return id;
}

export async function updateAgency(
	tx: Transaction,
	id: string,
	fields: { name?: string; retiredAt?: Date | null },
): Promise<void> {
	await tx.agency.update({ where: { id }, data: fields });
}
