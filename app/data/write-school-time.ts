import type { Owner } from "#app/domain/school-time/dates-file.ts";
import type { LessonPeriod } from "#app/domain/school-time/lesson-periods.ts";
import type { SchoolDate } from "#app/domain/school-time/school-dates.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Transaction } from "./database.ts";

function columns({ yearGroups, ...fields }: SchoolDate) {
	return { ...fields, yearGroups: yearGroups.join(",") };
}

export async function insertSchoolDate(
	tx: Transaction,
	owner: Owner,
	dates: SchoolDate,
): Promise<string> {
	const { id } = await tx.schoolDate.create({ data: { ...owner, ...columns(dates) } });
	return id;
}

export async function insertSchoolDates(
	tx: Transaction,
	rows: readonly { owner: Owner; dates: SchoolDate }[],
): Promise<void> {
	if (rows.length === 0) return;
	const data = rows.map(({ owner, dates }) => ({ ...owner, ...columns(dates) }));
	await tx.schoolDate.createMany({ data });
}

export async function updateSchoolDate(
	tx: Transaction,
	id: string,
	dates: SchoolDate,
): Promise<void> {
	await tx.schoolDate.update({ where: { id }, data: columns(dates) });
}

export async function deleteSchoolDates(tx: Transaction, ids: readonly string[]): Promise<void> {
	await tx.schoolDate.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Writes a school's lesson times in place of those there were. */
export async function replaceLessons(
	tx: Transaction,
	venueId: string,
	{ periods, weekA }: { periods: readonly LessonPeriod[]; weekA: LocalDate | null },
): Promise<void> {
	await tx.lessonPeriod.deleteMany({ where: { venueId } });
	await tx.timetable.upsert({ where: { venueId }, create: { venueId, weekA }, update: { weekA } });
	if (periods.length === 0) return;
	const data = periods.map(({ weekdays, ...period }, position) => ({
		...period,
		venueId,
		position,
		weekdays: weekdays.join(""),
	}));
	await tx.lessonPeriod.createMany({ data });
}
