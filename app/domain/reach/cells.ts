import { groupedBy } from "#app/domain/grouped-by.ts";
import { academicYearOf, periodOf } from "#app/domain/periods.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { knownPhase } from "#app/domain/venues/known-phase.ts";
import { estimateDistinct } from "./estimate.ts";
import type { Grouping } from "./groupings.ts";

/** What delivered sessions have in common when they are added up. */
export interface CellPlace {
	teamId: string;
	themeId: string;
	programmeId: string;
	venueId: string;
	districtCode: string | null;
	phase: string | null;
	venueType: string;
	/** Local month, "2024-01". */
	month: string;
	/** Only when split by agency, where a joint session is in a cell of each; null for nobody's. */
	agencyId?: string | null;
}

/** Delivered sessions of one place, month and programme. */
export interface SessionCell extends CellPlace {
	/** Nobody young came: adults only. */
	nobodyYoung: boolean;
	sessions: number;
	youngPeople: number;
	adults: number;
}

/** Those of them to which a year group came, and how many of it. */
export interface HeadCell extends CellPlace {
	yearGroup: YearGroup;
	sessions: number;
	youngPeople: number;
	/** At those sessions: adults have no year group of their own. */
	adults: number;
}

export interface ReachCells {
	sessions: readonly SessionCell[];
	heads: readonly HeadCell[];
}

export interface ReachFigures {
	sessions: number;
	/** Attendances: the published reach. */
	youngPeople: number;
	/** Young people, each once as far as can be told: always to be labelled an estimate. */
	estimatedDistinct: number;
	/** Counted apart, never part of reach. */
	adults: number;
}

export interface ReachPart extends ReachFigures {
	/** An id, a code, a month "2024-01", the first month of a term, or "none". */
	key: string;
}

/** The figures of all cells together; give it no cells that were split by agency. */
export function reachOf({ sessions, heads }: ReachCells): ReachFigures {
	return {
		sessions: sum(sessions, (cell) => cell.sessions),
		youngPeople: sum(sessions, (cell) => cell.youngPeople),
		adults: sum(sessions, (cell) => cell.adults),
		estimatedDistinct: estimateOf(heads),
	};
}

/** How many different venues there was a delivered session at. */
export function venuesIn({ sessions }: ReachCells): number {
	return new Set(sessions.map(({ venueId }) => venueId)).size;
}

/**
 * The figures split by something, in no order. Split by agency it wants cells that were read so; the
 * parts of a year group or an agency may share sessions (see sharesSessions).
 */
export function reachBy(by: Grouping, cells: ReachCells): ReachPart[] {
	if (by === "year_group") return byYearGroup(cells);
	const keyOf = keys[by];
	const heads = groupedBy(cells.heads, keyOf);
	return [...groupedBy(cells.sessions, keyOf)].map(([key, sessions]) => ({
		key,
		...reachOf({ sessions, heads: heads.get(key) ?? [] }),
	}));
}

const keys: Record<Exclude<Grouping, "year_group">, (cell: CellPlace) => string> = {
	theme: ({ themeId }) => themeId,
	programme: ({ programmeId }) => programmeId,
	district: ({ districtCode }) => districtCode ?? NONE,
	phase: ({ phase }) => knownPhase(phase) ?? NONE,
	venue_type: ({ venueType }) => venueType,
	month: ({ month }) => month,
	term: ({ month }) => termKey(month),
	agency: ({ agencyId }) => agencyId ?? NONE,
	venue: ({ venueId }) => venueId,
	team: ({ teamId }) => teamId,
};

/** The first month of the term that a month is in: "2024-09" for "2024-11". */
export function termKey(month: string): string {
	return periodOf("term", `${month}-01`).from.slice(0, 7);
}

function byYearGroup({ sessions, heads }: ReachCells): ReachPart[] {
	const parts = [...groupedBy(heads, ({ yearGroup }) => yearGroup)].map(([key, cells]) => ({
		key,
		sessions: sum(cells, (cell) => cell.sessions),
		youngPeople: sum(cells, (cell) => cell.youngPeople),
		adults: sum(cells, (cell) => cell.adults),
		estimatedDistinct: estimateOf(cells),
	}));
	const adultsOnly = sessions.filter(({ nobodyYoung }) => nobodyYoung);
	if (adultsOnly.length === 0) return parts;
	return [...parts, { key: NONE, ...reachOf({ sessions: adultsOnly, heads: [] }) }];
}

function estimateOf(heads: readonly HeadCell[]): number {
	return estimateDistinct(
		heads.map(({ venueId, month, yearGroup, programmeId, youngPeople }) => ({
			venueId,
			academicYear: academicYearOf(`${month}-01`),
			yearGroup,
			programmeId,
			youngPeople,
		})),
	);
}

function sum<Cell>(cells: readonly Cell[], of: (cell: Cell) => number): number {
	return cells.reduce((total, cell) => total + of(cell), 0);
}
