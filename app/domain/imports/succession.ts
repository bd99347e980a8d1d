import { daysBetween, type LocalDate } from "#app/domain/time.ts";
import { nameLikeness } from "./likeness.ts";
import type { RegisterSchool } from "./register-row.ts";

/** A school as far as it matters to who follows whom. */
export type Succeeding = Pick<
	RegisterSchool,
	| "urn"
	| "name"
	| "laCode"
	| "establishmentNumber"
	| "postcode"
	| "openDate"
	| "closeDate"
	| "lowAge"
	| "highAge"
>;

/** How long, in days, a site may stand empty between a school and the one it became. */
const GAP = 93;

/**
 * The school that a closed one became: opened about when it closed, on the same site or under the
 * same number of the same authority. The register's extract does not say it; it can be read off
 * nevertheless. Null when nothing fits, and when two fit equally well.
 */
export function findSuccessor(
	closed: Succeeding,
	candidates: Iterable<Succeeding>,
): Succeeding | null {
	const closeDate = closed.closeDate;
	if (closeDate === null) return null;
	const ranked = [...candidates]
		.filter((school) => school.urn !== closed.urn && follows(closed, closeDate, school))
		.map((school) => ({ school, score: scoreOf(closed, school) }))
		.sort((a, b) => b.score - a.score);
	const [best, next] = ranked;
	if (!best || (next && next.score === best.score)) return null;
	return best.school;
}

function follows(closed: Succeeding, closeDate: LocalDate, school: Succeeding): boolean {
	if (school.openDate === null) return false;
	const days = daysBetween(closeDate, school.openDate);
	if (days < -1 || days > GAP) return false;
	return (sameSite(closed, school) || sameNumber(closed, school)) && agesMeet(closed, school);
}

function sameSite(a: Succeeding, b: Succeeding): boolean {
	return a.postcode !== "" && a.postcode === b.postcode;
}

function sameNumber(a: Succeeding, b: Succeeding): boolean {
	return (
		a.establishmentNumber !== null &&
		a.establishmentNumber === b.establishmentNumber &&
		a.laCode === b.laCode
	);
}

/** why: an infant school and a secondary school may share a site and a summer. */
function agesMeet(a: Succeeding, b: Succeeding): boolean {
	if (a.lowAge === null || a.highAge === null || b.lowAge === null || b.highAge === null)
		return true;
	return Math.max(a.lowAge, b.lowAge) < Math.min(a.highAge, b.highAge);
}

function scoreOf(closed: Succeeding, school: Succeeding): number {
	const number = sameNumber(closed, school) ? 2 : 0;
	const site = sameSite(closed, school) ? 1 : 0;
	return number + site + nameLikeness(closed.name, school.name);
}
