import { FIRST_YEAR, LAST_YEAR, type LocalDate, weekdayOf } from "#app/domain/time.ts";
import { dayOf } from "./calendar-day.ts";
import { quoted, tidyCell } from "./cell-reader.ts";

/** A date as somebody typed it into a spreadsheet. */
export type OldDate =
	/** `order` is set when the text could be read in one order only, which says something of others. */
	| { kind: "date"; date: LocalDate; order: "day" | "month" | null; time: string }
	/** 3 September or 9 March: asked about, never guessed. */
	| { kind: "ambiguous"; dayFirst: LocalDate; monthFirst: LocalDate; time: string }
	| { kind: "unreadable"; problem: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const weekdayWord = /\b(mon|tue|wed|thu|fri|sat|sun)(s|nes|rs|ur|urs)?(day)?\b\.?,?/i;
const timeAtEnd =
	/(?:^|[\sT,]+)(?:at\s+)?(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)Z?$/i;

/** Reads a date in any of the ways people use; what two ways would read differently is ambiguous. */
export function readOldDate(cell: string): OldDate {
	const typed = tidyCell(cell);
	if (typed === "") return unreadable("The date is empty");
	if (/^\d{5}(\.\d+)?$/.test(typed)) {
		return unreadable(
			`The date is a spreadsheet's own number (${typed}): format the column as a date and save again`,
		);
	}
	const { rest, time } = withoutTime(typed);
	const weekday = weekdayWord.exec(rest)?.[1]?.toLowerCase();
	const plain = rest.replace(weekdayWord, " ").replace(/(\d)(st|nd|rd|th)\b/gi, "$1");
	const words = plain
		.toLowerCase()
		.split(/[\s,/.\-\u2010-\u2015]+|\bof\b/)
		.filter((word) => word !== "");
	return checkWeekday(readWords(words, typed, time), weekday, typed);
}

function unreadable(problem: string): OldDate {
	return { kind: "unreadable", problem };
}

/** why: "03.09.2024" ends like a time, so a time needs a date with all its three parts before it. */
function withoutTime(typed: string): { rest: string; time: string } {
	const found = timeAtEnd.exec(typed);
	const rest = found ? typed.slice(0, found.index) : typed;
	if (!found?.[1] || rest.split(/[\s,/.-]+/).length < 3) return { rest: typed, time: "" };
	const midnight = /^0?0[:.]00([:.]00(\.\d+)?)?$/.test(found[1]);
	return { rest, time: midnight ? "" : found[1] };
}

function readWords(words: readonly string[], typed: string, time: string): OldDate {
	const [only = ""] = words;
	if (words.length === 1 && /^(19|20)\d{6}$/.test(only)) {
		return real(only.slice(0, 4), only.slice(4, 6), only.slice(6), typed, time);
	}
	if (words.length === 2) return unreadable(missingPart(words, typed));
	if (words.length !== 3) return unreadable(`The date cannot be read: ${quoted(typed)}`);
	const [a = "", b = "", c = ""] = words;
	const named = [a, b, c].map(monthOf);
	if (named[1])
		return /^\d{4}$/.test(a)
			? real(a, named[1], c, typed, time)
			: real(c, named[1], a, typed, time);
	if (named[0]) return real(c, named[0], b, typed, time);
	if (![a, b, c].every((word) => /^\d{1,4}$/.test(word))) {
		return unreadable(`The date cannot be read: ${quoted(typed)}`);
	}
	if (a.length === 4) return real(a, b, c, typed, time);
	return inEitherOrder(a, b, c, typed, time);
}

function missingPart(words: readonly string[], typed: string): string {
	const month = words.some(monthOf) || words.every((word) => /^\d{1,2}$/.test(word));
	return month
		? `The date lacks its day or its year: ${quoted(typed)}`
		: `The date cannot be read: ${quoted(typed)}`;
}

function monthOf(word: string): string | null {
	if (!/^[a-z]{3,9}$/.test(word)) return null;
	const at = months.indexOf(word.slice(0, 3));
	const full = [
		"january",
		"february",
		"march",
		"april",
		"may",
		"june",
		"july",
		"august",
		"september",
		"october",
		"november",
		"december",
	];
	return at >= 0 && (full[at]?.startsWith(word) || word === "sept") ? String(at + 1) : null;
}

function yearOf(word: string): number | null {
	if (/^\d{4}$/.test(word)) return Number(word);
	if (!/^\d{2}$/.test(word)) return null;
	const short = Number(word);
	return short >= FIRST_YEAR % 100 ? 1900 + short : 2000 + short;
}

function real(year: string, month: string, day: string, typed: string, time: string): OldDate {
	const full = yearOf(year);
	const date = full === null ? null : dayOf(full, Number(month), Number(day));
	if (full === null || date === null || !/^\d{1,2}$/.test(day)) {
		return unreadable(`There is no such date: ${quoted(typed)}`);
	}
	if (full < FIRST_YEAR || full > LAST_YEAR) {
		return unreadable(
			`The date is not in the years ${FIRST_YEAR} to ${LAST_YEAR}: ${quoted(typed)}`,
		);
	}
	return { kind: "date", date, order: null, time };
}

function inEitherOrder(a: string, b: string, year: string, typed: string, time: string): OldDate {
	const dayFirst = real(year, b, a, typed, time);
	const monthFirst = real(year, a, b, typed, time);
	if (dayFirst.kind !== "date") {
		return monthFirst.kind === "date" ? { ...monthFirst, order: "month" } : dayFirst;
	}
	if (monthFirst.kind !== "date") return { ...dayFirst, order: "day" };
	if (dayFirst.date === monthFirst.date) return dayFirst;
	return { kind: "ambiguous", dayFirst: dayFirst.date, monthFirst: monthFirst.date, time };
}

/** A day of the week settles what is ambiguous, and contradicts what is mistyped. */
function checkWeekday(read: OldDate, weekday: string | undefined, typed: string): OldDate {
	if (!weekday || read.kind === "unreadable") return read;
	const wanted = weekdays.indexOf(weekday) + 1;
	if (read.kind === "ambiguous") {
		const { dayFirst, monthFirst, time } = read;
		const fits = [dayFirst, monthFirst].filter((date) => weekdayOf(date) === wanted);
		const [date] = fits;
		if (fits.length === 2) return read;
		if (date) return { kind: "date", date, order: date === dayFirst ? "day" : "month", time };
		return unreadable(`The day of the week is not that of the date: ${quoted(typed)}`);
	}
	if (weekdayOf(read.date) === wanted) return read;
	const name = weekdayNames[weekdayOf(read.date) - 1];
	return unreadable(`The day of the week is not that of the date, a ${name}: ${quoted(typed)}`);
}
