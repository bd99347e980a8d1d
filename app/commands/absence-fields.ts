import type { Transaction } from "#app/data/database.ts";
import { type AbsenceRecord, readAbsencesBetween } from "#app/data/people-time.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { Absence } from "#app/domain/people/people-time.ts";

export type AbsenceOutcome =
	| { ok: true; id: string }
	| { ok: false; reason: "not_found" | "retired" }
	/** They are away then already. */
	| { ok: false; reason: "away_already"; other: AbsenceRecord };

/** Another absence of the same person that takes some of the same time, or null. */
export async function otherAbsence(
	tx: Transaction,
	personId: string,
	absence: Absence,
	exceptId: string | null = null,
): Promise<AbsenceRecord | null> {
	const others = await readAbsencesBetween(tx, personId, absence);
	return (
		others.find(
			({ id, starts, ends }) =>
				id !== exceptId &&
				(absence.ends ?? "24:00") > (starts ?? "00:00") &&
				(ends ?? "24:00") > (absence.starts ?? "00:00"),
		) ?? null
	);
}

/**
 * "3 May 2027 to 7 May 2027". why not the kind: history is kept for good, and that somebody was ill
 * must not be.
 */
export function absenceDays({ from, to, starts, ends }: Absence): string {
	const day = formatPlainDate(from);
	if (starts !== null && ends !== null) return `${day}, ${starts} to ${ends}`;
	return from === to ? day : `${day} to ${formatPlainDate(to)}`;
}
