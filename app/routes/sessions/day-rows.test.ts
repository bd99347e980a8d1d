import { describe, expect, it } from "vitest";
import type { DaySession } from "#app/data/day-sessions.ts";
import { dayOf, dayRows, minutesOf } from "./day-rows.ts";

const zone = "Europe/London";

function session(changed: Partial<DaySession> = {}): DaySession {
	return {
		reference: "JET-2027-0001",
		status: "confirmed",
		start: new Date("2027-07-14T08:00:00Z"),
		end: new Date("2027-07-14T09:30:00Z"),
		programmeName: "Knife crime",
		venueId: "marsh",
		venueName: "Marsh Lane",
		room: "Hall",
		people: [{ id: "ravi", name: "Ravi" }],
		...changed,
	};
}

const plan = {
	date: "2027-07-14",
	zone,
	venue: { id: "marsh", name: "Marsh Lane" },
	people: [
		{ id: "ravi", name: "Ravi" },
		{ id: "sian", name: "Sian" },
	],
};

describe("dayOf", () => {
	it("is from midnight to midnight on the clock, whatever its length", () => {
		const hours = (date: string) => {
			const day = dayOf(date, zone);
			return day && (day.end.getTime() - day.start.getTime()) / 3_600_000;
		};
		expect(hours("2027-07-14")).toBe(24);
		expect(hours("2027-03-28")).toBe(23);
		expect(hours("2027-10-31")).toBe(25);
		expect(dayOf("2027-02-30", zone)).toBeNull();
	});
});

describe("minutesOf", () => {
	it("counts by the wall clock, and stops at the ends of the day", () => {
		expect(minutesOf(session(), "2027-07-14", zone)).toEqual({ start: 540, end: 630 });
		const overnight = {
			start: new Date("2027-07-14T21:00:00Z"),
			end: new Date("2027-07-15T01:00:00Z"),
		};
		expect(minutesOf(overnight, "2027-07-14", zone)).toEqual({ start: 1320, end: 1440 });
		expect(minutesOf(overnight, "2027-07-15", zone)).toEqual({ start: 0, end: 120 });
	});
});

describe("dayRows", () => {
	it("has a row for each room in use and one for each person", () => {
		const rows = dayRows({
			...plan,
			sessions: [
				session(),
				session({ reference: "JET-2027-0002", room: null, people: [] }),
				session({ reference: "JET-2027-0003", venueId: "crow", venueName: "Crow Hill" }),
			],
		});
		expect(
			rows.map(({ name, note, blocks }) => [name, note, blocks.map(({ label }) => label)]),
		).toEqual([
			["Marsh Lane", "no room given", ["Knife crime, nobody yet"]],
			["Marsh Lane", "Hall", ["Knife crime, Ravi"]],
			["Ravi", undefined, ["Knife crime at Marsh Lane", "Knife crime at Crow Hill"]],
			["Sian", undefined, []],
		]);
	});

	it("leaves out the session that is being changed, and shows a free venue as free", () => {
		const rows = dayRows({ ...plan, sessions: [session()], except: "JET-2027-0001" });
		expect(rows.map(({ name, blocks }) => [name, blocks.length])).toEqual([
			["Marsh Lane", 0],
			["Ravi", 0],
			["Sian", 0],
		]);
	});
});
