import type { Reader } from "./database.ts";

export interface BookableContact {
	id: string;
	name: string;
	email: string;
	venueId: string;
	retired: boolean;
	linkVersion: number;
}

/** The chosen contacts in the order chosen; unknown ids are left out. */
export async function findContacts(
	reader: Reader,
	ids: readonly string[],
): Promise<BookableContact[]> {
	const rows = await reader.contact.findMany({ where: { id: { in: [...ids] } } });
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		if (!row) return [];
		const { name, email, venueId, retiredAt, linkVersion } = row;
		return [{ id, name, email, venueId, linkVersion, retired: retiredAt !== null }];
	});
}

/** A venue and a team as a booking needs them; null for what is unknown or retired. */
export async function findBookablePlace(reader: Reader, venueId: string, teamId: string) {
	const [venue, team] = await Promise.all([
		reader.venue.findUnique({ where: { id: venueId, retiredAt: null } }),
		reader.team.findUnique({ where: { id: teamId, retiredAt: null } }),
	]);
	return { venue, team };
}
