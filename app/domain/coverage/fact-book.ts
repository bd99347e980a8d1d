import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { type CellFacts, type Mark, noFacts, together } from "./states.ts";

/** One fact of a venue, a theme and a year group. */
export interface FactRow {
	venueId: string;
	themeId: string;
	yearGroup: YearGroup;
	kind: keyof CellFacts;
	mark: Mark;
}

type GroupFacts = ReadonlyMap<YearGroup, CellFacts>;
const nothing: GroupFacts = new Map();

/** Everything known of schools and themes, the history of a school's predecessors as its own. */
export class FactBook {
	readonly #schools = new Map<string, Map<string, Map<YearGroup, CellFacts>>>();

	/** @param heirsOf whose history a venue's is: see heirs.ts */
	constructor(rows: Iterable<FactRow>, heirsOf: (venueId: string) => readonly string[]) {
		for (const row of rows) for (const heir of heirsOf(row.venueId)) this.#add(heir, row);
	}

	#add(schoolId: string, { themeId, yearGroup, kind, mark }: FactRow): void {
		const themes = this.#schools.get(schoolId) ?? new Map<string, Map<YearGroup, CellFacts>>();
		const groups = themes.get(themeId) ?? new Map<YearGroup, CellFacts>();
		const known = groups.get(yearGroup) ?? noFacts;
		groups.set(yearGroup, together(known, { ...noFacts, [kind]: mark }));
		themes.set(themeId, groups);
		this.#schools.set(schoolId, themes);
	}

	/** By year group; those of whom nothing is known are not in it. */
	of(schoolId: string, themeId: string): GroupFacts {
		return this.#schools.get(schoolId)?.get(themeId) ?? nothing;
	}
}
