import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Absence,
	absenceDuring,
	loadWith,
	type WorkingDay,
	withinPattern,
} from "#app/domain/people/people-time.ts";
import { addDays, DEFAULT_ZONE, type Interval } from "#app/domain/time.ts";

const MINUTE = 60_000;
const zone = DEFAULT_ZONE;
// In winter, when London's clock is UTC: the model reads dates and times off the ISO text.
const start = new Date("2027-01-04T00:00:00Z").getTime();
const someInterval = fc
	.record({
		at: fc.integer({ min: 0, max: 14 * 24 * 4 - 1 }),
		quarters: fc.integer({ min: 1, max: 12 }),
	})
	.map(({ at, quarters }): Interval => {
		const from = start + at * 15 * MINUTE;
		return { start: new Date(from), end: new Date(from + quarters * 15 * MINUTE) };
	});
const clock = fc
	.integer({ min: 0, max: 95 })
	.map(
		(q) => `${String(Math.floor(q / 4)).padStart(2, "0")}:${String((q % 4) * 15).padStart(2, "0")}`,
	);

/** Every minute of an interval, as the clock on the wall shows its beginning. */
function minutesOf({ start: from, end }: Interval): { date: string; time: string }[] {
	const minutes: { date: string; time: string }[] = [];
	for (let at = from.getTime(); at < end.getTime(); at += 15 * MINUTE) {
		const text = new Date(at).toISOString();
		minutes.push({ date: text.slice(0, 10), time: text.slice(11, 16) });
	}
	return minutes;
}

describe("absenceDuring", () => {
	const leave: Absence = {
		kind: "leave",
		from: "2027-01-14",
		to: "2027-01-15",
		starts: null,
		ends: null,
	};
	const at = (from: string, to: string) => ({ start: new Date(from), end: new Date(to) });

	it("is half-open at both ends, by the clock on the wall", () => {
		const morning = { ...leave, to: "2027-01-14", starts: "09:00", ends: "12:00" };
		expect(absenceDuring([morning], at("2027-01-14T08:00Z", "2027-01-14T09:00Z"), zone)).toBeNull();
		expect(absenceDuring([morning], at("2027-01-14T11:59Z", "2027-01-14T13:00Z"), zone)).toBe(
			morning,
		);
		expect(absenceDuring([morning], at("2027-01-14T12:00Z", "2027-01-14T13:00Z"), zone)).toBeNull();
		expect(absenceDuring([leave], at("2027-01-15T22:00Z", "2027-01-15T23:00Z"), zone)).toBe(leave);
		expect(absenceDuring([leave], at("2027-01-16T00:00Z", "2027-01-16T01:00Z"), zone)).toBeNull();
		// 8:00am in summer is 7:00 by UTC.
		const summer = { ...morning, from: "2027-07-01", to: "2027-07-01" };
		expect(absenceDuring([summer], at("2027-07-01T07:00Z", "2027-07-01T08:00Z"), zone)).toBeNull();
	});

	it("finds one exactly when a minute of the session is a minute of an absence", () => {
		const someAbsence = fc
			.record({
				day: fc.integer({ min: 0, max: 14 }),
				days: fc.integer({ min: 0, max: 3 }),
				part: fc.option(fc.tuple(clock, clock).filter(([from, to]) => from < to)),
			})
			.map(({ day, days, part }): Absence => {
				const from = addDays("2027-01-04", day);
				const to = part ? from : addDays(from, days);
				return { kind: "leave", from, to, starts: part?.[0] ?? null, ends: part?.[1] ?? null };
			});
		fc.assert(
			fc.property(fc.array(someAbsence, { maxLength: 4 }), someInterval, (absences, interval) => {
				const away = minutesOf(interval).some(({ date, time }) =>
					absences.some(
						(one) =>
							one.from <= date &&
							date <= one.to &&
							(one.starts === null || (one.starts <= time && time < (one.ends ?? ""))),
					),
				);
				expect(absenceDuring(absences, interval, zone) !== null).toBe(away);
			}),
		);
	});
});

describe("withinPattern", () => {
	it("agrees with asking minute by minute whether somebody works", () => {
		const somePattern = fc
			.uniqueArray(
				fc.tuple(fc.integer({ min: 1, max: 7 }), clock, clock).filter(([, from, to]) => from < to),
				{ selector: ([weekday]) => weekday, minLength: 1 },
			)
			.map((days): WorkingDay[] =>
				days.map(([weekday, starts, ends]) => ({ weekday, starts, ends })),
			);
		fc.assert(
			fc.property(somePattern, someInterval, (pattern, interval) => {
				const works = minutesOf(interval).every(({ date, time }) =>
					pattern.some(
						({ weekday, starts, ends }) =>
							(new Date(date).getUTCDay() || 7) === weekday && starts <= time && time < ends,
					),
				);
				expect(withinPattern(pattern, interval, zone).within).toBe(works);
			}),
		);
	});

	it("claims nothing of somebody whose pattern nobody recorded", () => {
		const night = { start: new Date("2027-01-16T23:00Z"), end: new Date("2027-01-17T01:00Z") };
		expect(withinPattern([], night, zone)).toEqual({ within: true });
	});
});

describe("loadWith", () => {
	it("agrees with a tally kept by day and by week", () => {
		fc.assert(
			fc.property(fc.array(someInterval, { maxLength: 12 }), someInterval, (others, interval) => {
				const perDay = new Map<string, number>();
				const perWeek = new Map<number, number>();
				for (const one of [...others, interval]) {
					const day = one.start.toISOString().slice(0, 10);
					const week = Math.floor((one.start.getTime() - start) / (7 * 24 * 60 * MINUTE));
					perDay.set(day, (perDay.get(day) ?? 0) + 1);
					const length = (one.end.getTime() - one.start.getTime()) / MINUTE;
					perWeek.set(week, (perWeek.get(week) ?? 0) + length);
				}
				expect(loadWith(others, interval, zone)).toEqual({
					sessionsThatDay: perDay.get(interval.start.toISOString().slice(0, 10)),
					minutesThatWeek: perWeek.get(
						Math.floor((interval.start.getTime() - start) / (7 * 24 * 60 * MINUTE)),
					),
				});
			}),
		);
	});
});
