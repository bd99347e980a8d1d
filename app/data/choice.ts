/** Something that can be chosen from a list, and whether it was retired from it. */
export interface NamedThing {
	id: string;
	name: string;
	retired: boolean;
}

/** What a query selects to name something. */
export const naming = { id: true, name: true, retiredAt: true } as const;

/** Only what is in use. */
export const inUse = { where: { retiredAt: null }, select: naming } as const;

/** A row that was selected by `naming`. */
export function named(row: { id: string; name: string; retiredAt: Date | null }): NamedThing {
	return { id: row.id, name: row.name, retired: row.retiredAt !== null };
}

/** Sorts what is in use before what is retired; for use with a second criterion. */
export function byRetirement(a: { retiredAt: Date | null }, b: { retiredAt: Date | null }): number {
	return Number(a.retiredAt !== null) - Number(b.retiredAt !== null);
}
