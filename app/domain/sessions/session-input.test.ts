import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookingTimes, sessionInput } from "#app/domain/sessions/session-input.ts";
import { DEFAULT_ZONE } from "#app/domain/time.ts";

const fromApi = {
	programme: "knife-crime-workshop",
	venue: "100234",
	team: "jet",
	startsAt: "2027-01-14T09:00",
	durationMinutes: 60,
	yearGroups: ["Y8"],
	expectedYoungPeople: 28,
	facilitators: ["p1", "p2"],
	contacts: ["c1"],
};

function problems(change: object): [string, string][] {
	const issues = sessionInput.safeParse({ ...fromApi, ...change }).error?.issues ?? [];
	return issues.map((issue) => [issue.path.join("."), issue.message]);
}

describe("sessionInput", () => {
	it("reads a form and the API to the same booking", () => {
		const fromForm = {
			...fromApi,
			room: "",
			endsAt: "",
			durationMinutes: "60",
			yearGroups: "Y8",
			expectedYoungPeople: "28",
			facilitators: ["p1", "p2", "p1"],
			contacts: "c1",
			notes: "  ",
			provisional: "",
			overrides: [{ code: "short_notice", reason: " " }],
		};
		const expected = { ...fromApi, overrides: [], provisional: false };
		expect(sessionInput.parse(fromApi)).toEqual(expected);
		expect(sessionInput.parse(fromForm)).toEqual(expected);
	});

	it("sorts year groups and keeps facilitators in order: the first leads", () => {
		const change = { yearGroups: ["Y10", "Y9"], facilitators: ["p2", "p1"] };
		const parsed = sessionInput.parse({ ...fromApi, ...change });
		expect(parsed.yearGroups).toEqual(["Y9", "Y10"]);
		expect(parsed.facilitators).toEqual(["p2", "p1"]);
	});

	it("takes a booking with nobody on it yet", () => {
		expect(problems({ facilitators: undefined, contacts: [] })).toEqual([]);
	});

	const start = "Enter a start date and time like 2027-01-14T09:00, without a time zone";
	it.each([
		[{ programme: "" }, "programme", "Choose a programme"],
		[{ venue: undefined }, "venue", "Choose a venue"],
		[{ team: 3 }, "team", "Choose a team"],
		[{ room: "x".repeat(81) }, "room", "Shorten the room to 80 characters or fewer"],
		[{ startsAt: "" }, "startsAt", "Enter a start date and time"],
		[{ startsAt: "2027-01-14" }, "startsAt", start],
		[{ startsAt: "2027-01-14T09:00Z" }, "startsAt", start],
		[{ startsAt: "2027-01-14T09:00:00+01:00" }, "startsAt", start],
		[
			{ endsAt: "10:00" },
			"endsAt",
			"Enter an end date and time like 2027-01-14T10:00, without a time zone",
		],
		[{ durationMinutes: 4 }, "durationMinutes", "Enter the length in minutes as 5 or more"],
		[{ durationMinutes: 601 }, "durationMinutes", "Enter the length in minutes as 600 or fewer"],
		[{ yearGroups: [] }, "yearGroups", "Choose at least one year group"],
		[{ yearGroups: undefined }, "yearGroups", "Choose at least one year group"],
		[{ yearGroups: ["Year 8"] }, "yearGroups.0", "Choose a year group"],
		[
			{ expectedYoungPeople: 2001 },
			"expectedYoungPeople",
			"Enter the expected number of young people as 2,000 or fewer",
		],
		[
			{ expectedYoungPeople: undefined },
			"expectedYoungPeople",
			"Enter the expected number of young people",
		],
		[{ facilitators: [""] }, "facilitators.0", "Choose a facilitator"],
		[
			{ contacts: Array.from({ length: 21 }, (_, n) => `c${n}`) },
			"contacts",
			"Choose 20 contacts or fewer",
		],
		[{ notes: "x".repeat(4001) }, "notes", "Shorten the notes to 4,000 characters or fewer"],
		[
			{ overrides: [{ code: "short_notice", reason: "ok" }] },
			"overrides.0.reason",
			"Enter a reason for going ahead of 3 characters or more",
		],
		[
			{ overrides: [{ code: "Short notice", reason: "agreed" }] },
			"overrides.0.code",
			"Enter the code of the warning",
		],
		[
			{ overrides: [1, 2].map(() => ({ code: "short_notice", reason: "agreed" })) },
			"overrides",
			"Enter one reason for each warning",
		],
		[{ provisional: "perhaps" }, "provisional", "Choose yes or no"],
	])("%j tells what to do", (change, field, message) => {
		expect(problems(change)).toEqual([[field, message]]);
	});

	it("strips what a database or a calendar cannot hold", () => {
		const change = { room: "Main\r\nhall\u0000", notes: "one\r\ntwo\u0007" };
		const parsed = sessionInput.parse({ ...fromApi, ...change });
		expect([parsed.room, parsed.notes]).toEqual(["Main hall", "one\ntwo"]);
	});

	it("never throws, whatever is sent", () => {
		const field = fc.constantFrom(...Object.keys(fromApi), "overrides", "endsAt", "notes");
		const junk = fc.anything({ withNullPrototype: true });
		const anyOverrides = fc.array(fc.record({ code: junk, reason: junk }));
		fc.assert(
			fc.property(fc.dictionary(field, fc.oneof(junk, anyOverrides)), (change) => {
				const parsed = sessionInput.safeParse({ ...fromApi, ...change });
				expect(typeof parsed.success).toBe("boolean");
			}),
			{ numRuns: 300 },
		);
	});
});

describe("bookingTimes", () => {
	const startsAt = "2027-01-14T09:00";
	const ten = new Date("2027-01-14T10:00Z");

	it.each([
		["an end", { startsAt, endsAt: "2027-01-14T10:00" }, undefined],
		["a length", { startsAt, durationMinutes: 60 }, undefined],
		["a length, not the programme's", { startsAt, durationMinutes: 60 }, 45],
		["the programme's length", { startsAt }, 60],
	])("from %s", (_name, asked, programmeMinutes) => {
		expect(bookingTimes(asked, DEFAULT_ZONE, programmeMinutes)).toEqual({
			ok: true,
			interval: { start: new Date("2027-01-14T09:00Z"), end: ten },
			localDate: "2027-01-14",
			ambiguous: false,
		});
	});

	it.each([
		["summer time", "2027-07-01T09:00", "2027-07-01T08:00Z", "2027-07-01T09:00Z"],
		["clocks going back in between", "2026-10-25T00:30", "2026-10-24T23:30Z", "2026-10-25T00:30Z"],
		[
			"clocks going forward in between",
			"2027-03-28T00:30",
			"2027-03-28T00:30Z",
			"2027-03-28T01:30Z",
		],
	])("an hour is an hour: %s", (_name, local, start, end) => {
		const times = bookingTimes({ startsAt: local, durationMinutes: 60 }, DEFAULT_ZONE);
		const interval = { start: new Date(start), end: new Date(end) };
		expect(times).toMatchObject({ ok: true, interval, localDate: local.slice(0, 10) });
	});

	it("says when the start comes twice that night", () => {
		const asked = { startsAt: "2026-10-25T01:30", durationMinutes: 60 };
		expect(bookingTimes(asked, DEFAULT_ZONE)).toMatchObject({ ok: true, ambiguous: true });
	});

	it.each([
		[
			{ startsAt: "2027-03-28T01:30", durationMinutes: 60 },
			"startsAt",
			"nonexistent_local_time",
			"Enter a start time that exists: clocks go forward at 01:00 on 28 March 2027",
		],
		[
			{ startsAt: "2027-03-28T00:30", endsAt: "2027-03-28T01:30" },
			"endsAt",
			"nonexistent_local_time",
			"Enter an end time that exists: clocks go forward at 01:00 on 28 March 2027",
		],
		[
			{ startsAt: "2027-02-30T09:00", durationMinutes: 60 },
			"startsAt",
			"invalid_input",
			"Enter a start that is a real date and time",
		],
		[
			{ startsAt, endsAt: "2027-01-14T25:00" },
			"endsAt",
			"invalid_input",
			"Enter an end that is a real date and time",
		],
		[{ startsAt, endsAt: startsAt }, "endsAt", "invalid_input", "The end must be after the start"],
		[
			{ startsAt, endsAt: "2027-01-14T08:00" },
			"endsAt",
			"invalid_input",
			"The end must be after the start",
		],
		[
			{ startsAt, endsAt: "2027-01-14T09:04" },
			"endsAt",
			"invalid_input",
			"Enter an end at least 5 minutes after the start",
		],
		[
			{ startsAt, endsAt: "2027-01-14T19:01" },
			"endsAt",
			"invalid_input",
			"Enter an end no more than 10 hours after the start",
		],
		[
			{ startsAt, endsAt: "2027-01-14T10:00", durationMinutes: 60 },
			"endsAt",
			"invalid_input",
			"Enter either an end or a length, not both",
		],
		[{ startsAt }, "endsAt", "invalid_input", "Enter an end time"],
		[
			{ startsAt: "1989-12-31T09:00", durationMinutes: 60 },
			"startsAt",
			"invalid_input",
			"Enter a start date from 1990 to 2100",
		],
	])("refuses %j", (asked, field, code, message) => {
		expect(bookingTimes(asked, DEFAULT_ZONE)).toEqual({
			ok: false,
			errors: [{ field, code, message }],
		});
	});

	it("takes the shortest and the longest", () => {
		expect(bookingTimes({ startsAt, endsAt: "2027-01-14T09:05" }, DEFAULT_ZONE).ok).toBe(true);
		expect(bookingTimes({ startsAt, endsAt: "2027-01-14T19:00" }, DEFAULT_ZONE).ok).toBe(true);
	});
});
