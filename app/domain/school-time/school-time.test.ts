import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankHolidayOn, bankHolidaysOf } from "#app/domain/school-time/bank-holidays.ts";
import type { SchoolDateKind } from "#app/domain/school-time/date-kinds.ts";
import { periodsOn, weekLetterOf } from "#app/domain/school-time/lesson-periods.ts";
import {
	examsOn,
	insetOn,
	overlapping,
	type SchoolCalendar,
	type SchoolDate,
	schoolDayOf,
} from "#app/domain/school-time/school-dates.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";

function dates(kind: SchoolDateKind, from: LocalDate, to: LocalDate, name = kind): SchoolDate {
	return { kind, name, from, to, yearGroups: [] };
}

// Essex-like: hand-picked so that every holiday of the year is in it.
const authority = [
	dates("term", "2026-09-02", "2026-12-18", "term"),
	dates("half_term", "2026-10-26", "2026-10-30"),
	dates("term", "2027-01-04", "2027-03-25"),
	dates("half_term", "2027-02-15", "2027-02-19"),
	dates("term", "2027-04-12", "2027-07-21"),
	dates("half_term", "2027-05-31", "2027-06-04"),
];
const essex: SchoolCalendar = { own: [], authority };

describe("schoolDayOf", () => {
	it.each([
		["the first day of term", "2026-09-02", "open"],
		["the last day of term", "2026-12-18", "open"],
		["the day after it", "2026-12-19", "closed"],
		["the day before the next", "2027-01-03", "closed"],
		["half-term, in a term", "2026-10-26", "closed"],
		["the day after half-term", "2026-10-31", "open"],
		["August, after the last term on record", "2027-08-31", "closed"],
		["the next September, which nobody entered", "2027-09-01", "unknown"],
		["before the first term on record", "2026-09-01", "unknown"],
	])("%s, %s: %s", (_what, date, standing) => {
		expect(schoolDayOf(date, essex).standing).toBe(standing);
	});

	it("says nothing of the months where a whole term is missing", () => {
		const gap = {
			own: [],
			authority: authority.filter(({ from }) => !from.startsWith("2027-0[12]")),
		};
		const without = {
			own: [],
			authority: gap.authority.filter(({ from }) => from !== "2027-01-04"),
		};
		expect(schoolDayOf("2027-02-01", without).standing).toBe("unknown");
	});

	it("goes by the school's own terms for the year in which it has any, and by no others then", () => {
		const own = [dates("term", "2026-08-27", "2026-12-11")];
		const academy = { own, authority };
		expect(schoolDayOf("2026-08-27", academy).standing).toBe("open");
		expect(schoolDayOf("2026-12-15", academy).standing).toBe("unknown");
		expect(schoolDayOf("2026-10-27", academy).standing).toBe("open");
	});

	it("agrees with a calendar painted day by day", () => {
		fc.assert(
			fc.property(someCalendar, someDay, (calendar, date) => {
				expect(schoolDayOf(date, calendar).standing).toBe(paint(calendar)(date));
			}),
			{ numRuns: 300 },
		);
	});
});

const someDay = fc.integer({ min: 0, max: 1000 }).map((day) => addDays("2025-08-01", day));
const kinds = ["term", "half_term"] as const;
const someDates = fc
	.record({
		kind: fc.constantFrom(...kinds),
		start: fc.integer({ min: 0, max: 900 }),
		days: fc.integer({ min: 0, max: 110 }),
	})
	.map(({ kind, start, days }) => {
		const from = addDays("2025-08-01", start);
		return dates(kind, from, addDays(from, kind === "term" ? days : days % 9));
	});
const apart = fc
	.array(someDates, { maxLength: 9 })
	.map((all) => all.filter((one, at) => overlapping(one, all.slice(0, at)) === null));
const someCalendar = fc.record({ own: fc.oneof(fc.constant([]), apart), authority: apart });

const FIRST_DAY = Date.UTC(2025, 7, 1) / 86_400_000;
const dayNumber = (date: LocalDate) => Date.parse(date) / 86_400_000 - FIRST_DAY;
const dateOf = (day: number) => new Date((day + FIRST_DAY) * 86_400_000).toISOString().slice(0, 10);

/** The model: every day of three years gets its colour; then one walks from the day both ways. */
function paint({ own, authority: inherited }: SchoolCalendar): (date: LocalDate) => string {
	const year = (day: LocalDate) => Number(day.slice(0, 4)) - (day.slice(5, 7) < "09" ? 1 : 0);
	const ownYears = own.map(({ to }) => year(to));
	const counts = [...own, ...inherited.filter(({ to }) => !ownYears.includes(year(to)))];
	const inTerm = new Set<number>();
	const inHalfTerm = new Set<number>();
	for (const { kind, from, to } of counts) {
		const colour = kind === "term" ? inTerm : inHalfTerm;
		for (let day = dayNumber(from); day <= dayNumber(to); day += 1) colour.add(day);
	}
	const walk = (from: number, step: number) => {
		for (let day = from + step; day >= 0 && day < 1200; day += step) {
			if (inTerm.has(day)) return day;
		}
		return null;
	};
	return (date) => {
		const day = dayNumber(date);
		if (inHalfTerm.has(day)) return "closed";
		if (inTerm.has(day)) return "open";
		const [back, forth] = [walk(day, -1), walk(day, 1)];
		if (back === null) return "unknown";
		const lastDay = dateOf(back);
		const august = dayNumber(`${lastDay.slice(0, 4)}-08-01`);
		if (forth === null) {
			const summer = lastDay.slice(5) >= "07-01" && date <= `${lastDay.slice(0, 4)}-08-31`;
			return summer ? "closed" : "unknown";
		}
		const longest = back < august && august < forth ? 80 : 35;
		return forth - back - 1 <= longest ? "closed" : "unknown";
	};
}

describe("INSET days and exams", () => {
	const inset = dates("inset", "2026-11-27", "2026-11-27");
	const exams = (yearGroups: SchoolDate["yearGroups"]): SchoolDate => ({
		...dates("exams", "2027-05-10", "2027-06-18"),
		yearGroups,
	});

	it("are the school's own where it has any that year, else its authority's", () => {
		expect(insetOn("2026-11-27", { own: [], authority: [inset] })).toBe(inset);
		const own = [dates("inset", "2026-11-20", "2026-11-20")];
		expect(insetOn("2026-11-27", { own, authority: [inset] })).toBeNull();
		const lastYear = [dates("inset", "2025-11-20", "2025-11-20")];
		expect(insetOn("2026-11-27", { own: lastYear, authority: [inset] })).toBe(inset);
	});

	it("keep the year groups that sit them, everybody where none is named, and mixed groups", () => {
		const calendar = { own: [exams(["Y11", "Y13"])], authority: [] };
		expect(examsOn("2027-06-18", calendar, ["Y10", "Y11"])).toHaveLength(1);
		expect(examsOn("2027-06-18", calendar, ["Y10"])).toEqual([]);
		expect(examsOn("2027-06-18", calendar, ["Mixed"])).toHaveLength(1);
		expect(examsOn("2027-06-19", calendar, ["Y11"])).toEqual([]);
		expect(examsOn("2027-06-18", { own: [exams([])], authority: [] }, ["R"])).toHaveLength(1);
	});
});

describe("bank holidays", () => {
	// From the list of gov.uk, the days of 2027 in England and Wales that are not weekends.
	it("of 2027 are those that the government lists, substitute days included", () => {
		const weekdays = bankHolidaysOf("2027").filter(
			({ date }) => ![0, 6].includes(new Date(date).getUTCDay()),
		);
		expect(weekdays.map(({ date }) => date)).toEqual([
			"2027-01-01",
			"2027-03-26",
			"2027-03-29",
			"2027-05-03",
			"2027-05-31",
			"2027-08-30",
			"2027-12-27",
			"2027-12-28",
		]);
	});

	it("come once a day, with a name", () => {
		expect(bankHolidayOn("2027-05-03")?.name).toBe("Early May bank holiday");
		expect(bankHolidayOn("2027-05-04")).toBeNull();
	});
});

describe("the two-week timetable", () => {
	const both = {
		name: "Period 1",
		week: null,
		weekdays: [1, 2, 3, 4, 5],
		starts: "09:00",
		ends: "10:00",
	};
	const third = { ...both, name: "Period 3", starts: "11:20", ends: "12:20" };
	const lessons = {
		weekA: "2026-09-07",
		periods: [
			{ ...third, week: "A" as const },
			{ ...third, week: "B" as const, starts: "11:30", ends: "12:30" },
			{ ...both, weekdays: [1, 2, 3, 4] },
		],
	};
	const clocks = (date: LocalDate) =>
		periodsOn(date, lessons, essex).map(({ name, starts }) => `${name} ${starts}`);

	it("turns period 3 into another time in week B", () => {
		expect(clocks("2026-09-10")).toEqual(["Period 1 09:00", "Period 3 11:20"]);
		expect(clocks("2026-09-17")).toEqual(["Period 1 09:00", "Period 3 11:30"]);
		expect(clocks("2026-09-18")).toEqual(["Period 3 11:30"]);
		expect(clocks("2026-09-19")).toEqual([]);
	});

	it("jumps over half-term: the week after it is the one that half-term would have been", () => {
		// 7 and 21 September, 5 and 19 October are A; the 26th is half-term; so 2 November is B.
		expect(weekLetterOf("2026-10-21", "2026-09-07", essex)).toBe("A");
		expect(weekLetterOf("2026-11-02", "2026-09-07", essex)).toBe("B");
	});

	it("offers only what every week has where nobody said which week is A", () => {
		const unknown = { ...lessons, weekA: null };
		expect(periodsOn("2026-09-10", unknown, essex).map(({ name }) => name)).toEqual(["Period 1"]);
	});

	it("agrees with weeks written down one after another, forwards and backwards", () => {
		fc.assert(
			fc.property(someCalendar, someDay, someDay, (calendar, known, date) => {
				const colour = paint(calendar);
				const mondayOf = (one: LocalDate) => {
					let day = dayNumber(one);
					while (new Date(dateOf(day)).getUTCDay() !== 1) day -= 1;
					return day;
				};
				const taught = (monday: number) =>
					[0, 1, 2, 3, 4].some((step) => colour(dateOf(monday + step)) !== "closed");
				const letters = new Map<number, "A" | "B">();
				let letter: "A" | "B" = "A";
				const turn = () => {
					letter = letter === "A" ? "B" : "A";
				};
				for (let monday = mondayOf(known); monday <= mondayOf(date); monday += 7) {
					letters.set(monday, letter);
					if (taught(monday)) turn();
				}
				letter = "A";
				for (let monday = mondayOf(known) - 7; monday >= mondayOf(date); monday -= 7) {
					if (taught(monday)) turn();
					letters.set(monday, letter);
				}
				expect(weekLetterOf(date, known, calendar)).toBe(letters.get(mondayOf(date)));
			}),
			{ numRuns: 50 },
		);
	});
});
