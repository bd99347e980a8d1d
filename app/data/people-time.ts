import type { AbsenceKind } from "#app/domain/people/absence-kinds.ts";
import type { Absence, WorkingDay } from "#app/domain/people/people-time.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Reader, Transaction } from "./database.ts";

export interface AbsenceRecord extends Absence {
	id: string;
}

/** What is on record of somebody's time, as their page shows it; null when unknown. */
export async function findPersonTime(reader: Reader, id: string) {
	const row = await reader.person.findUnique({
		where: { id },
		select: {
			id: true,
			name: true,
			retiredAt: true,
			vettedUntil: true,
			dailySessions: true,
			weeklyMinutes: true,
			base: { select: { id: true, name: true } },
			workingDays: { orderBy: { weekday: "asc" } },
		},
	});
	if (!row) return null;
	const { workingDays, retiredAt, ...rest } = row;
	const pattern = workingDays.map(({ weekday, starts, ends }) => ({ weekday, starts, ends }));
	return { ...rest, retired: retiredAt !== null, pattern };
}

export type PersonTimeRecord = NonNullable<Awaited<ReturnType<typeof findPersonTime>>>;

/** Absences of somebody that are not over on a day, in order of time. */
export async function readAbsences(
	reader: Reader,
	personId: string,
	from: LocalDate,
): Promise<AbsenceRecord[]> {
	const rows = await reader.absence.findMany({
		where: { personId, to: { gte: from } },
		orderBy: [{ from: "asc" }, { starts: "asc" }, { id: "asc" }],
	});
	return rows.map(({ kind, personId: _person, ...row }) => ({ ...row, kind: kind as AbsenceKind }));
}

export async function findAbsence(reader: Reader, id: string) {
	const row = await reader.absence.findUnique({
		where: { id },
		include: { person: { select: { id: true, name: true } } },
	});
	return row && { ...row, kind: row.kind as AbsenceKind };
}

/** Absences that share a day with another one. */
export async function readAbsencesBetween(
	reader: Reader,
	personId: string,
	{ from, to }: { from: LocalDate; to: LocalDate },
): Promise<AbsenceRecord[]> {
	const before = await readAbsences(reader, personId, from);
	return before.filter((absence) => absence.from <= to);
}

export async function insertAbsence(
	tx: Transaction,
	personId: string,
	absence: Absence,
): Promise<string> {
	const { id } = await tx.absence.create({ data: { ...absence, personId } });
	return id;
}

export async function updateAbsence(tx: Transaction, id: string, absence: Absence): Promise<void> {
	await tx.absence.update({ where: { id }, data: absence });
}

export async function deleteAbsence(tx: Transaction, id: string): Promise<void> {
	await tx.absence.delete({ where: { id } });
}

export interface PersonTimeFields {
	pattern: readonly WorkingDay[];
	dailySessions: number | null;
	weeklyMinutes: number | null;
	vettedUntil: LocalDate | null;
	baseId: string | null;
}

export async function updatePersonTime(
	tx: Transaction,
	id: string,
	{ pattern, ...fields }: PersonTimeFields,
): Promise<void> {
	await tx.person.update({ where: { id }, data: fields });
	await tx.workingDay.deleteMany({ where: { personId: id } });
	if (pattern.length === 0) return;
	await tx.workingDay.createMany({ data: pattern.map((day) => ({ ...day, personId: id })) });
}
