import type { Delivery } from "#app/domain/coverage/cohort-mark.ts";
import { FactBook } from "#app/domain/coverage/fact-book.ts";
import { heirsOf } from "#app/domain/coverage/heirs.ts";
import { gradesOf, isUngraded } from "#app/domain/coverage/school-groups.ts";
import {
	type CoverageSchool,
	type CoverageTheme,
	isInScope,
	type SurveyScope,
} from "#app/domain/coverage/survey.ts";
import type { CoverageWindow } from "#app/domain/coverage/window.ts";
import { type YearGroup, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { knownPhase } from "#app/domain/venues/known-phase.ts";
import { readCoverageFacts, readDeliveredDays } from "./coverage-facts.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { listProgrammes } from "./programmes.ts";

/** An open school as coverage lists and draws it. */
export interface OpenSchool extends CoverageSchool {
	urn: string | null;
	priorityReason: string;
	latitude: number | null;
	longitude: number | null;
}

/** A theme in use, with the programmes in use that a gap can be booked with. */
export interface BookableTheme extends CoverageTheme {
	name: string;
	programmes: { id: string; yearGroups: readonly YearGroup[] }[];
}

/**
 * Which venues coverage is about. why status or none: what was entered by hand has no status, and is
 * open until somebody retires it.
 */
const isOpenSchool = Prisma.sql`"kind" IN ('school', 'college', 'alternative_provision')
	AND "retiredAt" IS NULL
	AND ("registerStatus" IS NULL OR "registerStatus" IN ('open', 'closing'))`;

interface SchoolRow {
	id: string;
	urn: string | null;
	name: string;
	kind: string;
	phase: string | null;
	districtCode: string | null;
	lowAge: number | null;
	highAge: number | null;
	sixthForm: boolean | number | null;
	typeGroup: string;
	pupils: number | null;
	fsmPercent: number | null;
	priority: boolean | number;
	priorityReason: string;
	latitude: number | null;
	longitude: number | null;
}

/**
 * The open schools of the register, in no order. why SQL: a register has tens of thousands, and
 * Prisma's own reading takes several times as long.
 * @param venueId only this one, if it is one
 */
export async function readOpenSchools(reader: Reader, venueId?: string): Promise<OpenSchool[]> {
	const only = venueId === undefined ? Prisma.empty : Prisma.sql`AND "id" = ${venueId}`;
	const rows = await reader.$queryRaw<SchoolRow[]>(Prisma.sql`
		SELECT "id", "urn", "name", "kind", "phase", "districtCode", "lowAge", "highAge",
			"sixthForm", "typeGroup", "pupils", "fsmPercent", "priority", "priorityReason",
			"latitude", "longitude"
		FROM "Venue" WHERE ${isOpenSchool} ${only}`);
	return rows.map(schoolOf);
}

function schoolOf(row: SchoolRow): OpenSchool {
	const sixthForm = row.sixthForm === null ? null : Boolean(row.sixthForm);
	const schooling = { ...row, sixthForm };
	return {
		id: row.id,
		urn: row.urn,
		name: row.name,
		districtCode: row.districtCode,
		phase: knownPhase(row.phase),
		pupils: row.pupils,
		fsmPercent: row.fsmPercent,
		priority: Boolean(row.priority),
		priorityReason: row.priorityReason,
		latitude: row.latitude,
		longitude: row.longitude,
		grades: gradesOf(schooling),
		ungraded: isUngraded(schooling),
	};
}

export async function countOpenSchools(reader: Reader): Promise<number> {
	const [row] = await reader.$queryRaw<{ total: bigint | number }[]>(Prisma.sql`
		SELECT COUNT(*) AS "total" FROM "Venue" WHERE ${isOpenSchool}`);
	return Number(row?.total ?? 0);
}

/** Themes in use that have a programme in use, in the order of lists. */
export async function readBookableThemes(reader: Reader): Promise<BookableTheme[]> {
	const themes = new Map<string, BookableTheme & { yearGroups: Set<YearGroup> }>();
	for (const { id, theme, yearGroups: named } of await listProgrammes(reader, {
		retired: "exclude",
	})) {
		if (theme.retiredAt !== null) continue;
		const known = themes.get(theme.id) ?? {
			id: theme.id,
			name: theme.name,
			yearGroups: new Set<YearGroup>(),
			programmes: [],
		};
		// A programme that names no year group suits every one.
		const suited = named.length === 0 ? yearGroups : named;
		for (const group of suited) known.yearGroups.add(group);
		known.programmes.push({ id, yearGroups: suited });
		themes.set(theme.id, known);
	}
	return [...themes.values()];
}

interface Followed {
	id: string;
	successorId: string;
}

/** Every venue that became another one. */
async function readFollowed(reader: Reader): Promise<Followed[]> {
	return reader.$queryRaw<Followed[]>`
		SELECT "id", "successorId" FROM "Venue" WHERE "successorId" IS NOT NULL`;
}

/** These and all that became one of them. */
function withPredecessors(ids: readonly string[], followed: readonly Followed[]): string[] {
	const heirs = heirsOf(followed);
	const wanted = new Set(ids);
	const before = followed.filter(({ id }) => heirs(id).some((heir) => wanted.has(heir)));
	return [...new Set([...ids, ...before.map(({ id }) => id)])];
}

export interface CoverageAsked {
	window: CoverageWindow;
	now: Date;
	/** Only schools in it, and only the facts of its theme. */
	scope: SurveyScope;
	/** The percentage on free school meals from which a school comes first. */
	highFsm: number;
}

/** As many venues as one query may name; with more, it is asked of all of them. */
const NAMED_VENUES = 10_000;

/** All that coverage is worked out from, in six queries however many schools there are. */
export async function readCoverage(reader: Reader, asked: CoverageAsked) {
	const { window, now, scope, highFsm } = asked;
	const [open, themes, followed] = await Promise.all([
		readOpenSchools(reader),
		readBookableThemes(reader),
		readFollowed(reader),
	]);
	const schools = open.filter((school) => isInScope(school, scope, highFsm));
	const venueIds = withPredecessors(
		schools.map(({ id }) => id),
		followed,
	);
	// why not always: naming most venues takes longer than reading all of them.
	const few = venueIds.length < Math.min(NAMED_VENUES, open.length / 2);
	const rows = await readCoverageFacts(reader, {
		window,
		now,
		themeId: scope.themeId,
		venueIds: few ? venueIds : undefined,
	});
	return { schools, themes, facts: new FactBook(rows, heirsOf(followed)) };
}

/**
 * Everything delivered at schools and at those they followed, by the school whose history it is: for
 * the schools of one page.
 */
export async function readSchoolDeliveries(
	reader: Reader,
	schoolIds: readonly string[],
): Promise<Map<string, Delivery[]>> {
	const followed = await readFollowed(reader);
	const heirs = heirsOf(followed);
	const days = await readDeliveredDays(reader, withPredecessors(schoolIds, followed));
	const deliveries = new Map<string, Delivery[]>(schoolIds.map((id) => [id, []]));
	for (const day of days) for (const heir of heirs(day.venueId)) deliveries.get(heir)?.push(day);
	return deliveries;
}

/** Venues that became this one, near and far, nearest first: their history is its own. */
export async function readPredecessors(
	reader: Reader,
	venueId: string,
): Promise<{ id: string; name: string }[]> {
	const found = new Map<string, { id: string; name: string }>();
	for (let next = [venueId]; next.length > 0; ) {
		const rows = await reader.venue.findMany({
			where: { successorId: { in: next } },
			select: { id: true, name: true },
			orderBy: { name: "asc" },
		});
		const fresh = rows.filter(({ id }) => id !== venueId && !found.has(id));
		for (const row of fresh) found.set(row.id, row);
		next = fresh.map(({ id }) => id);
	}
	return [...found.values()];
}

/** The same for one school, with those it followed; null when it is not an open school. */
export async function readCoverageOf(
	reader: Reader,
	venueId: string,
	asked: Pick<CoverageAsked, "window" | "now">,
	predecessors: readonly { id: string }[],
) {
	const own = [venueId, ...predecessors.map(({ id }) => id)];
	const [schools, themes, rows] = await Promise.all([
		readOpenSchools(reader, venueId),
		readBookableThemes(reader),
		readCoverageFacts(reader, { ...asked, venueIds: own }),
	]);
	return { schools, themes, facts: new FactBook(rows, () => [venueId]) };
}
