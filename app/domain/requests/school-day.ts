import { type LocalDate, toInstant } from "#app/domain/time.ts";
import type { SchoolDay } from "./person-day.ts";

const STARTS = "08:30";
const ENDS = "15:30";

/** The hours of a date in which a school can have a session, when nothing more is known of it. */
export function schoolDay(date: LocalDate, zone: string): SchoolDay {
	const start = toInstant(`${date}T${STARTS}`, zone);
	const end = toInstant(`${date}T${ENDS}`, zone);
	// why it cannot be: no zone puts its clocks forward in the middle of a school day.
	if (!start.ok || !end.ok) throw new RangeError(`No school day on ${date} in ${zone}`);
	return { date, start: start.instant, end: end.instant };
}
