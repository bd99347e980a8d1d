import { byName } from "#app/domain/names.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";

/** Somebody who delivers, with all that they may deliver. */
export interface Deliverer {
	id: string;
	name: string;
	agencyId: string;
	agencyName: string;
	/** `until` is the last local date, null for no end. */
	qualifications: { programmeId: string; until: LocalDate | null }[];
}

/** Everybody who delivers, by name. */
export async function readDeliverers(reader: Reader): Promise<Deliverer[]> {
	const people = await reader.person.findMany({
		where: { retiredAt: null },
		select: {
			id: true,
			name: true,
			agencyId: true,
			agency: { select: { name: true } },
			qualifications: { select: { programmeId: true, until: true } },
		},
	});
	return people
		.map(({ agency, ...person }) => ({ ...person, agencyName: agency.name }))
		.sort(byName);
}
