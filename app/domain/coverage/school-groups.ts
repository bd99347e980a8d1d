import { sortYearGroups, type YearGroup, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { knownPhase } from "#app/domain/venues/known-phase.ts";
import type { Phase } from "#app/domain/venues/venue-kinds.ts";

/** What says which year groups a school has. */
export interface Schooling {
	kind: string;
	phase: string | null;
	/** The register's statutory ages: 11 and 16 for Years 7 to 11. */
	lowAge: number | null;
	highAge: number | null;
	sixthForm: boolean | null;
	/** The register's group of types: "Special schools". */
	typeGroup: string;
}

const graded: YearGroup[] = yearGroups.filter((code) => code !== "Mixed");

function between(first: YearGroup, last: YearGroup): YearGroup[] {
	return graded.slice(graded.indexOf(first), graded.indexOf(last) + 1);
}

/** What schools of a phase usually have, for those whose ages nobody wrote down. */
const usual: Record<Phase, YearGroup[]> = {
	nursery: [],
	primary: between("R", "Y6"),
	middle_primary: between("Y4", "Y7"),
	secondary: between("Y7", "Y11"),
	middle_secondary: between("Y5", "Y8"),
	all_through: between("R", "Y11"),
	sixteen_plus: between("Y12", "Y13"),
};

/** The year groups of a school by its ages, else by its phase; none when neither is known. */
export function gradesOf({ kind, phase, lowAge, highAge, sixthForm }: Schooling): YearGroup[] {
	const stage = knownPhase(phase) ?? (kind === "college" ? "sixteen_plus" : null);
	if (lowAge !== null && highAge !== null) {
		const oldest = sixthForm === false && stage !== "sixteen_plus" ? 11 : 13;
		// A year group is four years older than its number when the year begins, five when it ends.
		return graded.filter((_, year) => year + 4 >= lowAge && year + 5 <= highAge && year <= oldest);
	}
	if (stage === null) return [];
	return sixthForm === true ? sortYearGroups([...usual[stage], "Y12", "Y13"]) : usual[stage];
}

/**
 * Whether a school teaches in mixed groups, so that year groups say little there: special schools,
 * alternative provision, and places of which neither ages nor phase are known.
 */
export function isUngraded(school: Schooling): boolean {
	if (school.kind === "alternative_provision" || /special/i.test(school.typeGroup)) return true;
	const known = school.lowAge !== null && school.highAge !== null;
	return !known && knownPhase(school.phase) === null && school.kind !== "college";
}
