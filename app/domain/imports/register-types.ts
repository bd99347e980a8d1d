import type { Phase, VenueKind } from "#app/domain/venues/venue-kinds.ts";

/** The register's groups of types, by which an import can be narrowed. */
export const registerTypeGroups = [
	"Academies",
	"Colleges",
	"Free Schools",
	"Independent schools",
	"Local authority maintained schools",
	"Special schools",
	"Other types",
] as const;

// Types that are no place in England where young people are taught: left out, whatever was asked.
const notSchools = new Set([
	"British schools overseas",
	"Children's centre",
	"Children's centre linked site",
	"European schools",
	"Higher education institutions",
	"Institution funded by other government department",
	"Miscellaneous",
	"Offshore schools",
	"Online provider",
	"Service children's education",
	"Welsh establishment",
]);

const notSchoolGroups = new Set(["Universities", "Welsh schools", "Online provider"]);

function straight(text: string): string {
	return text.replaceAll("’", "'");
}

/** Whether a type of the register is a school, college or alternative provision in England. */
export function isSchoolType(typeName: string, typeGroup: string): boolean {
	return !notSchools.has(straight(typeName)) && !notSchoolGroups.has(straight(typeGroup));
}

/** What kind of place a type of the register is. */
export function kindOfType(typeName: string, typeGroup: string): VenueKind {
	if (/alternative provision|pupil referral/i.test(typeName)) return "alternative_provision";
	if (/secure/i.test(typeName)) return "other";
	const after16 = /further education|sixth form cent|post 16|16[ -](to )?19/i;
	return typeGroup === "Colleges" || after16.test(typeName) ? "college" : "school";
}

const phases: Record<string, Phase> = {
	nursery: "nursery",
	primary: "primary",
	"middle deemed primary": "middle_primary",
	secondary: "secondary",
	"middle deemed secondary": "middle_secondary",
	"all-through": "all_through",
	"16 plus": "sixteen_plus",
};

export interface Ages {
	lowAge: number | null;
	highAge: number | null;
}

/**
 * The register's phase; from the ages where it says "Not applicable", as it does of every
 * independent school and most special schools. Null when neither tells; undefined for a word that
 * the register did not have when this was written.
 */
export function phaseFrom(name: string, ages: Ages): Phase | null | undefined {
	const word = name.trim().toLowerCase();
	if (word === "" || word === "not applicable") return phaseOfAges(ages);
	return phases[word];
}

/**
 * why these limits: a preparatory school ends at 13 and is a primary school in all that matters
 * here; from 14 on there are Year 9s and older, and a school that also has young children is both.
 */
export function phaseOfAges({ lowAge, highAge }: Ages): Phase | null {
	if (lowAge === null || highAge === null) return null;
	if (lowAge >= 16) return "sixteen_plus";
	if (highAge <= 5) return "nursery";
	if (lowAge >= 10) return "secondary";
	return highAge <= 13 ? "primary" : "all_through";
}
