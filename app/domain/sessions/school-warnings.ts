import { listOf } from "#app/domain/format-number.ts";
import { formatClock, formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import { bankHolidayOn } from "#app/domain/school-time/bank-holidays.ts";
import { lessonHours, periodsOn } from "#app/domain/school-time/lesson-periods.ts";
import {
	examsOn,
	familyOf,
	insetOn,
	type SchoolDay,
	schoolDayOf,
	yearOfDates,
} from "#app/domain/school-time/school-dates.ts";
import type { VenueTime } from "#app/domain/school-time/venue-time.ts";
import { type LocalDate, localDateOf, toLocal } from "#app/domain/time.ts";
import type { WarningFacts } from "./warnings.ts";
import { yearGroupsInSentence } from "./year-groups.ts";

/** What speaks against a time because of what the school does then. */
export const schoolChecks = {
	outside_lesson_times: ({ venue, interval, zone }: WarningFacts): string | null => {
		const hours = lessonHoursOf({ venue, interval, zone });
		if (!venue || !hours) return null;
		const [start, end] = [toLocal(interval.start, zone), toLocal(interval.end, zone)];
		const inHours = start.time >= hours.starts && end.date === start.date && end.time <= hours.ends;
		if (inHours) return null;
		return `Lessons at ${venue.name} are from ${formatClock(hours.starts)} to ${formatClock(hours.ends)} that day`;
	},
	bank_holiday: ({ interval, zone }: WarningFacts): string | null => {
		const date = localDateOf(interval.start, zone);
		const holiday = bankHolidayOn(date);
		return holiday && `${formatDate(date)} is a bank holiday: ${holiday.name}`;
	},
	school_holidays: ({ venue, interval, zone }: WarningFacts): string | null => {
		if (!venue?.keepsTerms) return null;
		const date = localDateOf(interval.start, zone);
		const day = schoolDayOf(date, venue.calendar);
		if (day.standing !== "closed") return null;
		const which = day.halfTerm ? "half-term" : "the school holidays";
		return `${formatDate(date)} is in ${which} at ${venue.name}${boundsWords(day)}${sourceWords(venue, date)}`;
	},
	inset_day: ({ venue, interval, zone }: WarningFacts): string | null => {
		if (!venue?.keepsTerms) return null;
		const date = localDateOf(interval.start, zone);
		if (!insetOn(date, venue.calendar)) return null;
		return `${formatDate(date)} is an INSET day at ${venue.name}: staff only`;
	},
	exam_week: ({ venue, interval, zone, yearGroups }: WarningFacts): string | null => {
		if (!venue?.keepsTerms) return null;
		const exams = examsOn(localDateOf(interval.start, zone), venue.calendar, yearGroups);
		if (exams.length === 0) return null;
		const words = exams.map(({ name, from, to, yearGroups: whom }) => {
			const who = whom.length === 0 ? "" : ` for ${yearGroupsInSentence(whom)}`;
			const until = from === to ? formatPlainDate(from) : `to ${formatPlainDate(to)}`;
			return `${name}${who} (${until})`;
		});
		return `${venue.name} has exams: ${listOf(words)}`;
	},
};

/** A school's own hours on the day, which say more than the usual ones; null where none are known. */
export function lessonHoursOf({
	venue,
	interval,
	zone,
}: Pick<WarningFacts, "venue" | "interval" | "zone">) {
	if (!venue) return null;
	const date = localDateOf(interval.start, zone);
	return lessonHours(periodsOn(date, venue.lessons, venue.calendar));
}

function boundsWords(day: Extract<SchoolDay, { standing: "closed" }>): string {
	const { lastDay, reopens } = day;
	const ended = lastDay && `term ended on ${formatPlainDate(lastDay)}`;
	const next = reopens && `the next starts on ${formatPlainDate(reopens)}`;
	const words = [ended, next].filter((part) => part !== null);
	return words.length === 0 ? "" : `: ${words.join(", ")}`;
}

/** Whose dates say so, where they are not the school's own. */
function sourceWords({ calendar, authority }: VenueTime, date: LocalDate): string {
	const own = calendar.own.some(
		(one) => familyOf(one.kind) === "terms" && yearOfDates(one) === academicYearOf(date),
	);
	return own || authority === null ? "" : ` (by the dates of ${authority})`;
}
