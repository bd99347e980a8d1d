import type { LessonPeriod, Lessons, WeekLetter } from "#app/domain/school-time/lesson-periods.ts";
import type {
	SchoolCalendar,
	SchoolDate,
	SchoolDateKind,
} from "#app/domain/school-time/school-dates.ts";
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
