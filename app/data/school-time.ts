import { byName } from "#app/domain/names.ts";
import type { SchoolDateKind } from "#app/domain/school-time/date-kinds.ts";
import type { LessonPeriod, Lessons, WeekLetter } from "#app/domain/school-time/lesson-periods.ts";
import type { SchoolCalendar, SchoolDate } from "#app/domain/school-time/school-dates.ts";
import { kindsWithTerms } from "#app/domain/school-time/venue-time.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import type { Prisma, SchoolDate as SchoolDateRow } from "./generated/sqlite/client.ts";

/** What a venue's row must hold to tell its time. */
export const timing = {
	id: true,
	name: true,
	kind: true,
	easting: true,
	northing: true,
	laCode: true,
	laName: true,
	district: { select: { laCode: true, laName: true } },
	schoolDates: true,
	lessonPeriods: { orderBy: { position: "asc" } },
	timetable: true,
} satisfies Prisma.VenueSelect;

type Timed = Prisma.VenueGetPayload<{ select: typeof timing }>;

/** A date with its identifier: what its page changes. */
export interface SchoolDateRecord extends SchoolDate {
	id: string;
	laCode: string | null;
	venueId: string | null;
}

export function dateOf({ kind, yearGroups, ...row }: SchoolDateRow): SchoolDateRecord {
	const codes = yearGroups.split(",").filter((code) => code !== "");
	return { ...row, kind: kind as SchoolDateKind, yearGroups: codes as YearGroup[] };
}

/** The local authority that a venue's dates come from: the register's, else its district's. */
export function authorityOf({
	laCode,
	laName,
	district,
}: Pick<Timed, "laCode" | "laName" | "district">): { code: string; name: string } | null {
	if (laCode !== null) return { code: laCode, name: laName || (district?.laName ?? laCode) };
	return district ? { code: district.laCode, name: district.laName } : null;
}

/** The dates of each venue, its own and its authority's, by venue: one query for all of them. */
export async function calendarsOf(
	reader: Reader,
	venues: readonly Timed[],
): Promise<Map<string, { authority: string | null; calendar: SchoolCalendar }>> {
	const codes = venues.flatMap((venue) => authorityOf(venue)?.code ?? []);
	const rows =
		codes.length === 0
			? []
			: await reader.schoolDate.findMany({ where: { laCode: { in: [...new Set(codes)] } } });
	return new Map(
		venues.map((venue) => {
			const authority = authorityOf(venue);
			const inherited = rows.filter(({ laCode }) => laCode === authority?.code);
			const calendar = {
				own: venue.schoolDates.map(dateOf),
				authority: inherited.map(dateOf),
			};
			return [venue.id, { authority: authority?.name ?? null, calendar }];
		}),
	);
}

export function lessonsOf({
	lessonPeriods,
	timetable,
}: Pick<Timed, "lessonPeriods" | "timetable">): Lessons {
	return {
		weekA: timetable?.weekA ?? null,
		periods: lessonPeriods.map(
			({ name, week, weekdays, starts, ends }): LessonPeriod => ({
				name,
				week: week as WeekLetter | null,
				weekdays: [...weekdays].map(Number),
				starts,
				ends,
			}),
		),
	};
}

/** An authority with schools on record, and how many. */
export interface Authority {
	code: string;
	name: string;
	schools: number;
}

/** Every local authority that a district or a venue in use names, by name. */
export async function readAuthorities(reader: Reader): Promise<Authority[]> {
	const [districts, venues] = await Promise.all([
		reader.district.findMany({ select: { laCode: true, laName: true } }),
		reader.venue.findMany({
			where: { retiredAt: null, kind: { in: [...kindsWithTerms] } },
			select: { laCode: true, laName: true, district: timing.district },
		}),
	]);
	const found = new Map<string, Authority>();
	for (const { laCode: code, laName: name } of districts)
		found.set(code, { code, name, schools: 0 });
	for (const venue of venues) {
		const authority = authorityOf(venue);
		if (!authority) continue;
		const known = found.get(authority.code) ?? { ...authority, schools: 0 };
		found.set(authority.code, { ...known, schools: known.schools + 1 });
	}
	return [...found.values()].sort(byName);
}

/** Dates of authorities and of schools, each with the school's name and URN, in order of time. */
export async function readSchoolDates(
	reader: Reader,
	where: { laCode?: string; venueId?: string } = {},
) {
	const rows = await reader.schoolDate.findMany({
		where,
		include: { venue: { select: { id: true, name: true, urn: true } } },
		orderBy: [{ from: "asc" }, { to: "desc" }, { id: "asc" }],
	});
	return rows.map(({ venue, ...row }) => ({ ...dateOf(row), venue }));
}

export type OwnedDates = Awaited<ReturnType<typeof readSchoolDates>>[number];

export async function findSchoolDate(reader: Reader, id: string): Promise<OwnedDates | null> {
	const row = await reader.schoolDate.findUnique({
		where: { id },
		include: { venue: { select: { id: true, name: true, urn: true } } },
	});
	if (!row) return null;
	const { venue, ...dates } = row;
	return { ...dateOf(dates), venue };
}

/** Schools with a URN, in use: whom a file of dates may name. */
export async function readSchoolsByUrn(reader: Reader, urns: readonly string[]) {
	const rows = await reader.venue.findMany({
		where: { urn: { in: [...new Set(urns)] }, retiredAt: null },
		select: { id: true, name: true, urn: true },
	});
	return rows.flatMap(({ id, name, urn }) => (urn === null ? [] : [{ id, name, urn }]));
}

/** All that a venue's pages say of its time; null when it is unknown. */
export async function readVenueTime(reader: Reader, id: string) {
	const row = await reader.venue.findUnique({
		where: { id },
		select: { ...timing, retiredAt: true },
	});
	if (!row) return null;
	const calendars = await calendarsOf(reader, [row]);
	const { authority = null, calendar } = calendars.get(id) ?? {
		authority: null,
		calendar: { own: [], authority: [] },
	};
	return {
		id,
		name: row.name,
		retired: row.retiredAt !== null,
		keepsTerms: kindsWithTerms.includes(row.kind),
		authorityCode: authorityOf(row)?.code ?? null,
		authority,
		calendar,
		ownDates: row.schoolDates.map(dateOf).sort((a, b) => (a.from < b.from ? -1 : 1)),
		lessons: lessonsOf(row),
	};
}
