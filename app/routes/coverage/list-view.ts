import { readSchoolDeliveries } from "#app/data/coverage.ts";
import { may } from "#app/domain/access/permissions.ts";
import { bestProgramme } from "#app/domain/coverage/best-programme.ts";
import { cohortMark, type Delivery } from "#app/domain/coverage/cohort-mark.ts";
import type { Unit } from "#app/domain/coverage/coverage-filter.ts";
import {
	type CoverageState,
	coverageStates,
	gapStates,
	type Mark,
} from "#app/domain/coverage/states.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import {
	formatYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { phaseLabel } from "#app/domain/venues/venue-kinds.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { bookingAddress } from "#app/routes/sessions/booking-address.ts";
import { type AskedCoverage, type GroupUnit, groupUnits, schoolUnits } from "./ask-coverage.ts";

export const PAGE_SIZE = 50;

type Surveyed = AskedCoverage["surveyed"][number];
type Theme = AskedCoverage["themes"][number];

export interface SchoolWords {
	id: string;
	name: string;
	/** "Maldon, Secondary". */
	about: string;
	/** Why the office marked it; null without the mark. */
	priority: string | null;
	freeMeals: string;
	pupils: string;
}

/** One session or request that a state goes by. */
export interface MarkWords {
	date: string;
	/** Null for a request, to those who may not read requests. */
	href: string | null;
	/** A request, and not a session. */
	requested: boolean;
	/** At a school that this one followed. */
	before: boolean;
}

export interface ThemeLine {
	theme: string;
	/** The year groups in each state, the worst first. */
	states: { state: CoverageState; groups: string }[];
	/** Where a gap can be booked; null without a gap, and for those who may not. */
	bookHref: string | null;
}

export type ListRow = { key: string; school: SchoolWords; state: CoverageState } & (
	| { unit: "schools"; themes: ThemeLine[] }
	| {
			unit: "groups";
			theme: string;
			group: string;
			last: MarkWords | null;
			next: MarkWords | null;
			declined: MarkWords | null;
			awaiting: MarkWords | null;
			/** When the same young people had it as another year group. */
			earlier: { was: string; mark: MarkWords } | null;
			bookHref: string | null;
	  }
);

interface Wording {
	districts: ReadonlyMap<string, string>;
	mayBook: boolean;
	mayReadRequests: boolean;
	/** By school, for those of the page. */
	deliveries: ReadonlyMap<string, readonly Delivery[]>;
	/** The day on which year groups are what they are called. */
	date: LocalDate;
}

/** A page of the list, and how many lines it has in all. */
export async function listView({ app, actor, today }: Entered, asked: AskedCoverage) {
	const { view, filter, surveyed, choices, window } = asked;
	const start = (view.page - 1) * PAGE_SIZE;
	const units =
		view.show === "schools"
			? schoolUnits(surveyed, filter.state)
			: [...groupUnits(surveyed, filter.state)];
	const shown = units.slice(start, start + PAGE_SIZE);
	const schoolIds = [...new Set(shown.map(({ school }) => school.id))];
	const wording: Wording = {
		districts: new Map(choices.district.map(({ code, name }) => [code, name])),
		mayBook: may(actor.role, "sessions.book"),
		mayReadRequests: may(actor.role, "requests.view"),
		deliveries:
			view.show === "groups"
				? await readSchoolDeliveries(app.database.client, schoolIds)
				: new Map(),
		date: window.to !== null && window.to < today ? window.to : today,
	};
	return {
		total: units.length,
		rows: shown.map((unit) =>
			"cells" in unit ? schoolRow(unit, wording) : groupRow(unit, wording),
		),
	};
}

/** How many lines of each kind there are, whatever state is asked for. */
export function countUnits({ surveyed }: Pick<AskedCoverage, "surveyed">, unit: Unit) {
	return unit === "schools" ? surveyed : surveyed.flatMap(({ cells }) => cells);
}

function schoolWords(
	{ school }: Pick<Surveyed, "school">,
	{ districts }: Pick<Wording, "districts">,
): SchoolWords {
	const { id, name, phase, districtCode, pupils, fsmPercent } = school;
	const district = districtCode === null ? "No district" : (districts.get(districtCode) ?? "");
	return {
		id,
		name,
		about: [district, phaseLabel(phase)].filter(Boolean).join(", "),
		priority: school.priority ? school.priorityReason : null,
		freeMeals: fsmPercent === null ? "Not known" : `${fsmPercent}%`,
		pupils: pupils === null ? "Not known" : formatCount(pupils),
	};
}

function schoolRow(one: Surveyed, wording: Wording): ListRow {
	return {
		key: one.school.id,
		unit: "schools",
		school: schoolWords(one, wording),
		state: one.state,
		themes: themeLines(one, wording),
	};
}

/** What a school had of each theme that is for it, in the order of themes. */
export function themeLines(one: Surveyed, wording: Pick<Wording, "mayBook">): ThemeLine[] {
	const themes = [...new Set(one.cells.map(({ theme }) => theme))];
	return themes.map((theme) => themeLine(one, theme, wording));
}

function themeLine(
	{ school, cells }: Surveyed,
	theme: Theme,
	{ mayBook }: Pick<Wording, "mayBook">,
): ThemeLine {
	const own = cells.filter((cell) => cell.theme.id === theme.id);
	const groupsIn = (state: CoverageState) =>
		own.filter((cell) => cell.state === state).map(({ yearGroup }) => yearGroup);
	const states = coverageStates.filter((state) => groupsIn(state).length > 0);
	return {
		theme: theme.name,
		states: states.map((state) => ({ state, groups: formatYearGroups(groupsIn(state)) })),
		bookHref: mayBook ? gapAddress(school.id, theme, gapStates.flatMap(groupsIn)) : null,
	};
}

function groupRow({ school, cell }: GroupUnit, wording: Wording): ListRow {
	const { theme, yearGroup, state, facts } = cell;
	const markOf = (mark: Mark | null) => mark && markWords(mark, school.id, wording);
	const isGap = gapStates.includes(state);
	const asked = { themeId: theme.id, yearGroup, date: wording.date };
	const met = isGap ? cohortMark(wording.deliveries.get(school.id) ?? [], asked) : null;
	return {
		key: `${school.id} ${theme.id} ${yearGroup}`,
		unit: "groups",
		school: schoolWords({ school }, wording),
		state,
		theme: theme.name,
		group: yearGroupLabel(yearGroup),
		last: markOf(facts.delivered),
		next: markOf(facts.booked),
		declined: state === "declined" ? markOf(facts.declined) : null,
		awaiting: markOf(facts.awaiting),
		earlier: met && { was: yearGroupLabel(met.was), mark: markWords(met.mark, school.id, wording) },
		bookHref: wording.mayBook && isGap ? gapAddress(school.id, theme, [yearGroup]) : null,
	};
}

function markWords(
	{ reference, date, venueId, requested = false }: Mark,
	schoolId: string,
	{ mayReadRequests }: Pick<Wording, "mayReadRequests">,
): MarkWords {
	const href = requested ? `/requests/${reference}` : `/sessions/${reference}`;
	return {
		date: formatPlainDate(date),
		href: requested && !mayReadRequests ? null : href,
		requested,
		before: venueId !== schoolId,
	};
}

/** The booking form filled in for a gap; null where no programme in use is for it. */
function gapAddress(
	venue: string,
	{ programmes }: Pick<Theme, "programmes">,
	gap: readonly YearGroup[],
): string | null {
	const best = bestProgramme(programmes, gap);
	return (
		best && bookingAddress({ programme: best.programmeId, venue, yearGroups: best.yearGroups })
	);
}
