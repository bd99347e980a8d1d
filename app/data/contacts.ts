import { type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";

/** A contact with the venue they belong to, or null. */
export async function findContact(reader: Reader, id: string) {
	return reader.contact.findUnique({
		where: { id },
		include: { venue: { select: { id: true, name: true, retiredAt: true } } },
	});
}

export type ContactRecord = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** The contact in use at a venue with an address, other than one; or null. */
export async function findContactByEmail(
	reader: Reader,
	venueId: string,
	email: string,
	exceptId: string | null,
): Promise<NamedThing | null> {
	const row = await reader.contact.findFirst({
		where: {
			venueId,
			email,
			retiredAt: null,
			...(exceptId !== null && { id: { not: exceptId } }),
		},
		select: naming,
	});
	return row && named(row);
}

/** Contacts of these venues with the venue's name and URN, by venue and name. */
export async function readContactsAt(
	reader: Reader,
	venueIds: readonly string[],
	{ retired }: { retired: "include" | "exclude" },
) {
	return reader.contact.findMany({
		where: {
			venueId: { in: [...venueIds] },
			...(retired === "exclude" && { retiredAt: null }),
		},
		include: { venue: { select: { name: true, urn: true } } },
		orderBy: [{ venue: { searchText: "asc" } }, { name: "asc" }, { id: "asc" }],
	});
}

export interface ContactFields {
	name: string;
	role: string;
	email: string;
	phone: string | null;
}

export async function insertContact(
	tx: Transaction,
	venueId: string,
	fields: ContactFields & { id?: string },
): Promise<string> {
	const { id } = await tx.contact.create({ data: { ...fields, venueId } });
	return id;
}

export async function updateContact(
	tx: Transaction,
	id: string,
	fields: Partial<ContactFields> & { retiredAt?: Date | null; linkVersion?: number },
): Promise<void> {
	await tx.contact.update({ where: { id }, data: fields });
}
