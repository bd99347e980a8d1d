import type { LocalDate } from "#app/domain/time.ts";

/** A local authority district as reference data: reorganisation gives it an end, not a new name. */
export interface District {
	/** GSS code. */
	code: string;
	name: string;
	/** The DfE's code and name of the local authority that runs its schools. */
	laCode: string;
	laName: string;
	/** The order in which districts are offered. */
	position: number;
	/** Local days on which it exists, both included; null for open. */
	from: LocalDate | null;
	until: LocalDate | null;
}

const essex = { laCode: "881", laName: "Essex" };
// The Local Government Act 1972 came into force on this day; the two unitaries in 1998.
const since1974 = { from: "1974-04-01", until: null };
const since1998 = { from: "1998-04-01", until: null };

const rows: Omit<District, "position">[] = [
	{ code: "E07000066", name: "Basildon", ...essex, ...since1974 },
	{ code: "E07000067", name: "Braintree", ...essex, ...since1974 },
	{ code: "E07000068", name: "Brentwood", ...essex, ...since1974 },
	{ code: "E07000069", name: "Castle Point", ...essex, ...since1974 },
	{ code: "E07000070", name: "Chelmsford", ...essex, ...since1974 },
	{ code: "E07000071", name: "Colchester", ...essex, ...since1974 },
	{ code: "E07000072", name: "Epping Forest", ...essex, ...since1974 },
	{ code: "E07000073", name: "Harlow", ...essex, ...since1974 },
	{ code: "E07000074", name: "Maldon", ...essex, ...since1974 },
	{ code: "E07000075", name: "Rochford", ...essex, ...since1974 },
	{ code: "E07000076", name: "Tendring", ...essex, ...since1974 },
	{ code: "E07000077", name: "Uttlesford", ...essex, ...since1974 },
	{
		code: "E06000033",
		name: "Southend-on-Sea",
		laCode: "882",
		laName: "Southend-on-Sea",
		...since1998,
	},
	{ code: "E06000034", name: "Thurrock", laCode: "883", laName: "Thurrock", ...since1998 },
];

/** Essex with its two unitaries, as of 2026. */
export const essexDistricts: readonly District[] = rows.map((row, position) => ({
	...row,
	position,
}));

/** Whether a district exists on a day: what is offered when a venue is added or edited. */
export function districtExistsOn(
	{ from, until }: Pick<District, "from" | "until">,
	date: LocalDate,
): boolean {
	return (from === null || from <= date) && (until === null || date <= until);
}
