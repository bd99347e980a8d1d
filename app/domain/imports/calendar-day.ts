import type { LocalDate } from "#app/domain/time.ts";

/**
 * A day by its three numbers, or null when no calendar has it (or a number is missing).
 * why not isLocalDate: a register holds a hundred thousand dates, and this is arithmetic.
 */
export function dayOf(year: number, month: number, day: number): LocalDate | null {
	if (!(year >= 1000 && year <= 9999)) return null;
	const date = new Date(Date.UTC(year, month - 1, day));
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
	return date.toISOString().slice(0, 10);
}
