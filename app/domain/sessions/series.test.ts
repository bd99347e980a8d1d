import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { DEFAULT_ZONE } from "#app/domain/time.ts";
import { type SeriesAsked, seriesSlots } from "./series.ts";
import { bookingTimes } from "./session-input.ts";

const nothing = { every: "", until: "", days: "", skip: "" };
const day = (times: string): SeriesAsked => ({ ...nothing, date: "2027-01-14", times });
const weekly = (more: Partial<SeriesAsked>): SeriesAsked => ({
	...day("09:00"),
	every: "1",
	...more,
});

function slots(asked: SeriesAsked) {
	const series = seriesSlots(asked);
	if (!series.ok) throw new Error(JSON.stringify(series.problems));
	return series.slots.map(({ date, start, end }) => [date, start, end].join(" ").trim());
}
function problem(asked: SeriesAsked) {
	const series = seriesSlots(asked);
	return series.ok ? null : series.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe("sessions that are booked together", () => {
	it("are a day's times in order, each with its end where one is named", () => {
		expect(slots(day("10.10, 9:00-9:50 and 1:30pm to 2:15pm;11.30"))).toEqual([
			"2027-01-14 09:00 09:50",
			"2027-01-14 10:10",
			"2027-01-14 11:30",
			"2027-01-14 13:30 14:15",
		]);
	});

	it("repeat until a day, or for so many days, without those left out", () => {
		expect(slots(weekly({ until: "2027-02-04" }))).toEqual([
			"2027-01-14 09:00",
			"2027-01-21 09:00",
			"2027-01-28 09:00",
			"2027-02-04 09:00",
		]);
		expect(slots(weekly({ days: "3", skip: "2027-01-21" }))).toEqual([
			"2027-01-14 09:00",
			"2027-01-28 09:00",
			"2027-02-04 09:00",
		]);
		expect(slots(weekly({ every: "2", days: "2" }))).toEqual([
			"2027-01-14 09:00",
			"2027-01-28 09:00",
		]);
	});

	it.each([
		[day(""), "times: Enter the start times, like 09:00, 10:00, 11:30"],
		[
			day("09:00, 25:00"),
			"times: Enter the start times, like 09:00, 10:00, 11:30: “25:00” is not a time",
		],
		[day("09:00, 9am"), "times: Enter each start time once: 09:00 is there twice"],
		[
			day("10:00-09:00"),
			"times: Enter an end after the start: “10:00-09:00” ends before it starts",
		],
		[
			day("9-10-11"),
			"times: Enter the start times, like 09:00, 10:00, 11:30: “9-10-11” is not a time",
		],
		[{ ...day("09:00"), date: "2027-02-30" }, "date: Enter the first day, like 2027-01-14"],
		[
			{ ...day("09:00"), until: "2027-02-04" },
			"until: Choose how often they repeat, or leave this empty",
		],
		[weekly({}), "until: Enter either the last day or the number of days"],
		[
			weekly({ days: "3", until: "2027-02-04" }),
			"until: Enter either the last day or the number of days",
		],
		[weekly({ days: "0" }), "days: Enter the number of days as a whole number from 1 to 40"],
		[weekly({ days: "500" }), "days: Enter the number of days as a whole number from 1 to 40"],
		[
			weekly({ until: "2037-02-04" }),
			"until: That makes 41 sessions: up to 40 can be booked at once",
		],
		[
			weekly({ until: "2027-01-13" }),
			"until: Enter a last day on or after the first, 14 January 2027",
		],
		[weekly({ every: "x", days: "2" }), "every: Choose how often they repeat"],
		[
			weekly({ days: "2", skip: "15/2/27" }),
			"skip: Enter the days to leave out like 2027-02-15, with commas between: “15/2/27” is not one",
		],
		[
			weekly({ days: "2", skip: "2027-01-22" }),
			"skip: Friday 22 January 2027 is not one of these days: take it away",
		],
		[weekly({ until: "2027-01-14", skip: "2027-01-14" }), "skip: Leave at least one day"],
	])("are refused: %#", (asked, message) => {
		expect(problem(asked)).toEqual([message]);
	});

	it("keep their wall time across both changes of the clocks, as a calendar on the wall has it", () => {
		const dates = fc
			.date({ min: new Date("2025-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const hours = fc.integer({ min: 3, max: 22 }).map((hour) => String(hour).padStart(2, "0"));
		const asked = fc.record({
			date: dates,
			hour: hours,
			every: fc.integer({ min: 1, max: 4 }),
			days: fc.integer({ min: 1, max: 40 }),
			skip: fc.uniqueArray(fc.nat(39), { maxLength: 6 }),
		});
		fc.assert(
			fc.property(asked, ({ date, hour, every, days, skip }) => {
				// The model: day after day with luxon in London, taking every so many weeks.
				const kept: DateTime[] = [];
				const left: string[] = [];
				let day = DateTime.fromISO(`${date}T${hour}:00`, { zone: DEFAULT_ZONE });
				for (let nth = 0; kept.length < days; nth += 1) {
					if (nth % (7 * every) === 0) {
						if (skip.includes(nth / (7 * every))) left.push(day.toFormat("yyyy-MM-dd"));
						else kept.push(day);
					}
					day = day.plus({ days: 1 });
				}
				const series = seriesSlots({
					date,
					times: `${hour}:00`,
					every: String(every),
					until: "",
					days: String(days),
					skip: left.join(", "),
				});
				if (!series.ok) throw new Error(JSON.stringify(series.problems));
				const instants = series.slots.map((slot) => {
					const times = bookingTimes(
						{ startsAt: `${slot.date}T${slot.start}`, durationMinutes: 60 },
						DEFAULT_ZONE,
					);
					return times.ok ? times.interval.start.getTime() : times.errors[0]?.code;
				});
				expect(instants).toEqual(kept.map((one) => one.toMillis()));
			}),
		);
	});
});
