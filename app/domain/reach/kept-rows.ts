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
	"imported",
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
	/** A file of past sessions brought it in. */
	imported: boolean;
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

type Place = Pick<KeptRow, "dimension" | "key">;

type Days = readonly [first: LocalDate, last: LocalDate];

interface Span {
	days: Days;
	figures: KeptFigures;
}

/** Rows in the making; adding for the same days again adds up the figures. */
export class KeptRows {
	readonly #places = new Map<string, { place: Place; spans: Map<string, Span> }>();
	#size = 0;

	/** Adds figures, or with -1 takes them away, for what reaches from one day to another. */
	add(place: Place, days: Days, figures: Partial<KeptFigures>, sign: 1 | -1): void {
		const { spans } = this.#at(place);
		const name = days.join();
		const span = spans.get(name) ?? { days, figures: { ...nothing } };
		if (!spans.has(name)) {
			spans.set(name, span);
			this.#size += 1;
		}
		addTo(span.figures, figures, sign);
	}

	#at({ dimension, key }: Place) {
		const name = `${dimension} ${key}`;
		const known = this.#places.get(name);
		if (known) return known;
		const added = { place: { dimension, key }, spans: new Map<string, Span>() };
		this.#places.set(name, added);
		return added;
	}

	/** How many stretches of days it holds; each makes up to nine rows. */
	get size(): number {
		return this.#size;
	}

	/** Those that are not nothing, in an order that is the same for everybody who writes them. */
	sorted(): KeptRow[] {
		return inOrder(this.#places).flatMap(({ place, spans }) => rowsOf(place, spans.values()));
	}
}

/** What is kept by days, months and years of all that reaches from one day to another. */
function rowsOf(place: Place, spans: Iterable<Span>): KeptRow[] {
	const rows = new Map<string, KeptRow>();
	for (const { days, figures } of spans) {
		if (isNothing(figures)) continue;
		for (const [first, last] of pairsOf(...days)) {
			const name = `${first} ${last}`;
			const row = rows.get(name) ?? { ...place, first, last, ...nothing };
			addTo(row, figures, 1);
			rows.set(name, row);
		}
	}
	return inOrder(rows).filter((row) => !isNothing(row));
}

function isNothing(figures: KeptFigures): boolean {
	return figureNames.every((name) => figures[name] === 0);
}

function addTo(sums: KeptFigures, figures: Partial<KeptFigures>, sign: 1 | -1): void {
	for (const name of figureNames) sums[name] += sign * (figures[name] ?? 0);
}

function inOrder<Item>(named: ReadonlyMap<string, Item>): Item[] {
	return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
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
		...(session.imported ? [["imported", "yes"] satisfies [Dimension, string]] : []),
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
