import Holidays from "date-holidays";
import type { LocalDate } from "#app/domain/time.ts";

export interface BankHoliday {
	date: LocalDate;
	name: string;
}

const calendar = new Holidays("GB", "ENG");
const known = new Map<string, readonly BankHoliday[]>();

/**
 * Bank holidays of England and Wales in a calendar year, in order, one a day, substitute days
 * included and the weekend days that they stand for too.
 * @param year "2027"
 */
export function bankHolidaysOf(year: string): readonly BankHoliday[] {
	const found = known.get(year) ?? workOut(year);
	known.set(year, found);
	return found;
}

function workOut(year: string): BankHoliday[] {
	const days = calendar
		.getHolidays(Number(year))
		.filter(({ type }) => type === "public" || type === "bank")
		.map(({ date, name }) => [date.slice(0, 10), { date: date.slice(0, 10), name }] as const);
	return [...new Map(days).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The bank holiday that a day is, or null. */
export function bankHolidayOn(date: LocalDate): BankHoliday | null {
	return bankHolidaysOf(date.slice(0, 4)).find((holiday) => holiday.date === date) ?? null;
}
