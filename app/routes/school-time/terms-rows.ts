import type { Authority, OwnedDates } from "#app/data/school-time.ts";
import { countOf, listOf } from "#app/domain/format-number.ts";
import { byName } from "#app/domain/names.ts";
import type { SchoolDateKind } from "#app/domain/school-time/date-kinds.ts";
import { yearOfDates } from "#app/domain/school-time/school-dates.ts";

/** Every authority, with what is on record of an academic year and of the next. */
export function authorityRows(
	authorities: readonly Authority[],
	dates: readonly OwnedDates[],
	year: number,
) {
	return authorities.map(({ code, name, schools }) => {
		const own = dates.filter(({ laCode }) => laCode === code);
		return { code, name, schools, current: yearWords(own, year), next: yearWords(own, year + 1) };
	});
}

const nouns: Record<SchoolDateKind, readonly [string, string]> = {
	term: ["term", "terms"],
	half_term: ["half-term", "half-terms"],
	inset: ["INSET entry", "INSET entries"],
	exams: ["exam entry", "exam entries"],
};

/** "3 terms, 3 half-terms and 1 INSET entry". */
function yearWords(dates: readonly OwnedDates[], year: number): string {
	const ofYear = dates.filter((one) => yearOfDates(one) === year);
	const words = Object.entries(nouns).flatMap(([kind, [one, many]]) => {
		const count = ofYear.filter((date) => date.kind === kind).length;
		return count === 0 ? [] : [countOf(count, one, many)];
	});
	return words.length === 0 ? "Missing" : listOf(words);
}

/** Every school that has dates of its own, by name. */
export function schoolRows(dates: readonly OwnedDates[]) {
	const schools = new Map<string, { id: string; name: string; count: number }>();
	for (const { venue } of dates) {
		if (!venue) continue;
		const known = schools.get(venue.id) ?? { id: venue.id, name: venue.name, count: 0 };
		schools.set(venue.id, { ...known, count: known.count + 1 });
	}
	return [...schools.values()].sort(byName);
}
