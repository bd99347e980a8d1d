import { groupedBy } from "#app/domain/grouped-by.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { pairsOf, type Unit } from "./units.ts";

/** What reach is kept ready by, for every period and without a filter. */
export const dimensions = [
	"all",
	"theme",
	"programme",
	"team",
	"agency",
	"district",
	"phase",
	"venue_type",
	"year_group",
	"counted",
] as const;
export type Dimension = (typeof dimensions)[number];

/** A delivered session with its figures and all that it is counted under. */
export interface CountedSession {
	venueId: string;
	localDate: LocalDate;
	programmeId: string;
	themeId: string;
	teamId: string;
	/** Each once; none when nobody was assigned. */
	agencyIds: readonly string[];
	districtCode: string | null;
	phase: string | null;
	venueType: string;
	counted: string;
	youngPeople: number;
	adults: number;
	/** Of those year groups of which somebody came. */
	heads: readonly { yearGroup: YearGroup; youngPeople: number }[];
}

export interface KeptFigures {
	sessions: number;
	youngPeople: number;
	adults: number;
	estimated: number;
	/** Different venues; kept for all sessions together only. */
	venues: number;
}

export interface KeptRow extends KeptFigures {
	dimension: Dimension;
	key: string;
	first: Unit;
	last: Unit;
}

const nothing: KeptFigures = { sessions: 0, youngPeople: 0, adults: 0, estimated: 0, venues: 0 };
const figureNames = Object.keys(nothing) as (keyof KeptFigures)[];

/** Rows by their name; adding the same row again adds up its figures. */
export class KeptRows {
	readonly #rows = new Map<string, KeptRow>();

	/** Adds figures, or with -1 takes them away, wherever something of these two days is kept. */
	add(
		place: Pick<KeptRow, "dimension" | "key">,
		[first, last]: readonly [LocalDate, LocalDate],
		figures: Partial<KeptFigures>,
		sign: 1 | -1,
	): void {
		for (const [from, to] of pairsOf(first, last)) {
			const name = JSON.stringify([place.dimension, from, to, place.key]);
			const row = this.#rows.get(name) ?? { ...place, first: from, last: to, ...nothing };
			for (const figure of figureNames) row[figure] += sign * (figures[figure] ?? 0);
			this.#rows.set(name, row);
		}
	}

	get size(): number {
		return this.#rows.size;
	}

	/** Those that are not nothing, in an order that is the same for everybody who writes them. */
	sorted(): KeptRow[] {
		return [...this.#rows.entries()]
			.filter(([, row]) => figureNames.some((figure) => row[figure] !== 0))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([, row]) => row);
	}
}

/**
 * Adds all that the delivered sessions of one venue in one academic year mean to what is kept, but
 * for the venue itself (see addVenue). Give it all of them: an estimate is not a sum over sessions.
 */
export function addSessions(
	rows: KeptRows,
	sessions: readonly CountedSession[],
	sign: 1 | -1 = 1,
): void {
	for (const [place, own] of byPlace(sessions)) {
		for (const { localDate, ...figures } of own) {
			const { youngPeople, adults } = figures;
			rows.add(place, [localDate, localDate], { sessions: 1, youngPeople, adults }, sign);
		}
		for (const cohort of cohortsOf(own)) addCohort(rows, place, cohort, sign);
	}
}

type Place = Pick<KeptRow, "dimension" | "key">;
type Placed = Pick<
	CountedSession,
	"localDate" | "programmeId" | "youngPeople" | "adults" | "heads"
>;

function byPlace(sessions: readonly CountedSession[]): [Place, Placed[]][] {
	const placed = sessions.flatMap(placesOf);
	const groups = groupedBy(placed, ([dimension, key]) => `${dimension} ${key}`);
	return [...groups.values()].flatMap((group): [Place, Placed[]][] => {
		const [first] = group;
		if (!first) return [];
		const [dimension, key] = first;
		return [[{ dimension, key }, group.map(([, , session]) => session)]];
	});
}

function placesOf(session: CountedSession): [Dimension, string, Placed][] {
	const { agencyIds, heads } = session;
	const single: [Dimension, string][] = [
		["all", ""],
		["theme", session.themeId],
		["programme", session.programmeId],
		["team", session.teamId],
		["district", session.districtCode ?? NONE],
		["phase", session.phase ?? NONE],
		["venue_type", session.venueType],
		["counted", session.counted],
		...(agencyIds.length === 0 ? [NONE] : agencyIds).map((id): [Dimension, string] => [
			"agency",
			id,
		]),
	];
	return [
		...single.map(([dimension, key]): [Dimension, string, Placed] => [dimension, key, session]),
		...heads.map((head): [Dimension, string, Placed] => [
			"year_group",
			head.yearGroup,
			{ ...session, youngPeople: head.youngPeople, heads: [head] },
		]),
		...(session.youngPeople === 0
			? [["year_group", NONE, session] satisfies [Dimension, string, Placed]]
			: []),
	];
}

/** Attendances of a cohort: by day, and on each by programme. */
type Cohort = Map<LocalDate, Map<string, number>>;

function cohortsOf(sessions: readonly Placed[]): Cohort[] {
	const cohorts = new Map<YearGroup, Cohort>();
	for (const { localDate, programmeId, heads } of sessions) {
		for (const { yearGroup, youngPeople } of heads) {
			const cohort: Cohort = cohorts.get(yearGroup) ?? new Map();
			const day = cohort.get(localDate) ?? new Map<string, number>();
			day.set(programmeId, (day.get(programmeId) ?? 0) + youngPeople);
			cohorts.set(yearGroup, cohort.set(localDate, day));
		}
	}
	return [...cohorts.values()];
}

/**
 * Writes down the estimate of a cohort so that the rows inside a period add up to it, whatever the
 * period: for each two of its days what the days between them have that no shorter stretch has.
 */
function addCohort(rows: KeptRows, place: Place, cohort: Cohort, sign: 1 | -1): void {
	const days = [...cohort.keys()].sort();
	let shorter: number[] = [];
	for (let from = days.length - 1; from >= 0; from -= 1) {
		const estimates: number[] = [];
		const totals = new Map<string, number>();
		let largest = 0;
		for (let to = from; to < days.length; to += 1) {
			for (const [programme, youngPeople] of cohort.get(days[to] ?? "") ?? []) {
				const total = (totals.get(programme) ?? 0) + youngPeople;
				totals.set(programme, total);
				largest = Math.max(largest, total);
			}
			estimates[to] = largest;
			const estimated =
				largest -
				(shorter[to] ?? 0) -
				(to > from ? (estimates[to - 1] ?? 0) - (shorter[to - 1] ?? 0) : 0);
			if (estimated !== 0) {
				rows.add(place, [days[from] ?? "", days[to] ?? ""], { estimated }, sign);
			}
		}
		shorter = estimates;
	}
}

/**
 * Adds a venue by all days on which a session was delivered there: once for each day, and once less
 * for each two that follow one another, so that any period that has some of them has it once.
 */
export function addVenue(rows: KeptRows, days: readonly LocalDate[], sign: 1 | -1 = 1): void {
	const all: Place = { dimension: "all", key: "" };
	const sorted = [...new Set(days)].sort();
	for (const [at, day] of sorted.entries()) {
		rows.add(all, [day, day], { venues: 1 }, sign);
		const before = sorted[at - 1];
		if (before !== undefined) rows.add(all, [before, day], { venues: -1 }, sign);
	}
}

/** The starting year of the academic year in which a session counts. */
export function yearOf({ localDate }: Pick<CountedSession, "localDate">): number {
	return academicYearOf(localDate);
}
