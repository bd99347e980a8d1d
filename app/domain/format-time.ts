import { addDays, daysBetween, type LocalDate, toLocal, weekdayOf } from "./time.ts";
import { weekdayName } from "./weekdays.ts";

// why: names are written out because what Intl prints for en-GB ("Sept", narrow spaces before pm)
// changes between versions of Node, and a page must read as the mail that was sent.
const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

function partsOf(date: LocalDate) {
	const weekday = weekdayName(weekdayOf(date));
	const [year = "", month = "", day = ""] = date.split("-");
	return { weekday, year, month: months[Number(month) - 1] ?? "", day: String(Number(day)) };
}

/** "Thursday 14 January 2027". Throws on a text that is no date. */
export function formatDate(date: LocalDate): string {
	const { weekday, day, month, year } = partsOf(date);
	return `${weekday} ${day} ${month} ${year}`;
}

/** "14 January 2027": for ranges and records, where the day of the week is in the way. */
export function formatPlainDate(date: LocalDate): string {
	const { day, month, year } = partsOf(date);
	return `${day} ${month} ${year}`;
}

/** "Thu 14 Jan": for tables and the strip of days, where the year is given elsewhere. */
export function formatShortDate(date: LocalDate): string {
	const { weekday, day, month } = partsOf(date);
	return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** "January 2027" for any day of that month. */
export function formatMonth(date: LocalDate): string {
	const { month, year } = partsOf(date);
	return `${month} ${year}`;
}

/** "Jan" for "2027-01" or any day of that month: under bars, where the year is given elsewhere. */
export function formatShortMonth(month: string): string {
	return months[Number(month.slice(5, 7)) - 1]?.slice(0, 3) ?? "";
}

/** A wall time "HH:mm" as "9:00am"; noon is "12:00pm" and midnight "12:00am". */
export function formatClock(time: string): string {
	const [hours = "0", minutes = "00"] = time.split(":");
	const hour = Number(hours);
	return `${hour % 12 || 12}:${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** An instant as the wall clock in `zone` shows it: "9:00am". */
export function formatTime(instant: Date, zone: string): string {
	return formatClock(toLocal(instant, zone).time);
}

/**
 * "Thursday 14 January 2027, 9:00am to 10:00am" in `zone`. A session past midnight names both days;
 * one that ends exactly at midnight still belongs to one day.
 */
export function formatSessionTime(start: Date, end: Date, zone: string): string {
	const from = toLocal(start, zone);
	const to = toLocal(end, zone);
	const endsOnItsDay =
		from.date === to.date || (to.time === "00:00" && to.date === addDays(from.date, 1));
	const until = endsOnItsDay
		? formatClock(to.time)
		: `${formatDate(to.date)}, ${formatClock(to.time)}`;
	return `${formatDate(from.date)}, ${formatClock(from.time)} to ${until}`;
}

/** "today", "tomorrow", "yesterday", "in 5 days", "3 days ago". */
export function formatRelativeDays(date: LocalDate, today: LocalDate): string {
	const days = daysBetween(today, date);
	if (days === 0) return "today";
	if (days === 1) return "tomorrow";
	if (days === -1) return "yesterday";
	return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
