import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availabilityIn, type PersonTime } from "#app/domain/people/people-time.ts";
import { personDay } from "./person-day.ts";
import { schoolDay } from "./school-day.ts";
import { type TrafficPerson, type TrafficQuestion, trafficOn } from "./traffic.ts";

const zone = "Europe/London";
const day = schoolDay("2027-01-14", zone);
const MINUTES = 420;
const at = (minutes: number) => new Date(day.start.getTime() + minutes * 60_000);

const knife = { id: "knife", lengthMinutes: 60, facilitatorsNeeded: 1, agencyIds: [] };
const anyone = (taken: [number, number][] = []): TrafficPerson => ({
	agencyId: "police",
	qualifications: [{ programmeId: "knife", until: null }],
	taken: taken.map(([from, to]) => ({ start: at(from), end: at(to) })),
	clear: taken.length === 0,
	minutesLeft: 600,
});
const ask = (people: TrafficPerson[], more: Partial<TrafficQuestion> = {}) =>
	trafficOn({ day, programmes: [knife], people, ...more });

describe("the traffic word of a date", () => {
	it("is free when somebody qualified has nothing that day, and nobody without anybody", () => {
		expect(ask([anyone()])).toBe("free");
		expect(ask([])).toBe("nobody");
		expect(ask([{ ...anyone(), qualifications: [] }])).toBe("nobody");
	});

	it("is tight between other sessions, which may touch it, and nobody without a gap", () => {
		expect(ask([anyone([[60, MINUTES]])])).toBe("tight");
		expect(ask([anyone([[59, MINUTES]])])).toBe("nobody");
		const around = (from: number) => [
			[0, from] as [number, number],
			[240, MINUTES] as [number, number],
		];
		expect(ask([anyone(around(180))])).toBe("tight");
		expect(ask([anyone(around(181))])).toBe("nobody");
	});

	it("counts the last day of a qualification and not the day after", () => {
		const until = (last: string) => ({
			...anyone(),
			qualifications: [{ programmeId: "knife", until: last }],
		});
		expect(ask([until("2027-01-14")])).toBe("free");
		expect(ask([until("2027-01-13")])).toBe("nobody");
	});

	it("wants enough people together, and every agency that must be there", () => {
		const two = { ...knife, facilitatorsNeeded: 2 };
		const morning = anyone([[180, MINUTES]]);
		const afternoon = anyone([[0, 240]]);
		expect(ask([morning, afternoon], { programmes: [two] })).toBe("nobody");
		expect(ask([morning, anyone([[0, 60]])], { programmes: [two] })).toBe("tight");
		const joint = { ...two, agencyIds: ["police", "fire"] };
		expect(ask([anyone(), anyone()], { programmes: [joint] })).toBe("nobody");
		expect(ask([anyone(), { ...anyone(), agencyId: "fire" }], { programmes: [joint] })).toBe(
			"free",
		);
	});

	it("is that of the programme that is hardest to staff", () => {
		const gangs = { ...knife, id: "gangs" };
		expect(ask([anyone()], { programmes: [knife, gangs] })).toBe("nobody");
	});

	it("leaves alone who has no more of the week to give", () => {
		expect(ask([{ ...anyone(), minutesLeft: 60 }])).toBe("free");
		expect(ask([{ ...anyone(), minutesLeft: 59 }])).toBe("nobody");
	});
});

/** Every start of the day, minute by minute, and everybody's minutes counted one by one. */
function bruteForce({ programmes, people }: TrafficQuestion): string {
	const free = ({ taken }: TrafficPerson, from: number, length: number) => {
		for (let minute = from; minute < from + length; minute += 1) {
			const moment = at(minute).getTime();
			if (taken.some(({ start, end }) => start.getTime() <= moment && moment < end.getTime())) {
				return false;
			}
		}
		return true;
	};
	const words = programmes.map(({ id, lengthMinutes, facilitatorsNeeded, agencyIds }) => {
		const able = people.filter(
			({ qualifications, minutesLeft }) =>
				minutesLeft >= lengthMinutes &&
				qualifications.some(
					({ programmeId, until }) => programmeId === id && (until === null || until >= day.date),
				),
		);
		const works = (all: readonly TrafficPerson[]) => {
			for (let from = 0; from + lengthMinutes <= MINUTES; from += 1) {
				const there = all.filter((person) => free(person, from, lengthMinutes));
				const agencies = new Set(there.map(({ agencyId }) => agencyId));
				const enough = there.length >= facilitatorsNeeded;
				if (enough && agencyIds.every((one) => agencies.has(one))) return true;
			}
			return false;
		};
		if (works(able.filter(({ clear }) => clear))) return 0;
		return works(able) ? 1 : 2;
	});
	return ["free", "tight", "nobody"][Math.max(...words)] ?? "";
}

const span = (from: fc.Arbitrary<number>) =>
	fc
		.tuple(from, fc.integer({ min: 1, max: 200 }))
		.map(([start, length]) => ({ start: at(start), end: at(Math.min(start + length, MINUTES)) }));

it("is what trying every minute of the day finds", () => {
	const person = fc.record({
		agencyId: fc.constantFrom("police", "fire"),
		qualifications: fc.uniqueArray(
			fc.record({
				programmeId: fc.constantFrom("a", "b"),
				until: fc.constantFrom(null, "2027-01-13", "2027-01-14"),
			}),
			{ selector: ({ programmeId }) => programmeId, maxLength: 2 },
		),
		taken: fc.array(span(fc.integer({ min: 0, max: MINUTES - 1 })), { maxLength: 4 }),
		clear: fc.boolean(),
		minutesLeft: fc.constantFrom(40, 60, 1000),
	});
	const programme = (id: string) =>
		fc.record({
			id: fc.constant(id),
			lengthMinutes: fc.constantFrom(20, 50, 60, 240, 420, 421),
			facilitatorsNeeded: fc.integer({ min: 1, max: 3 }),
			agencyIds: fc.subarray(["police", "fire"]),
		});
	const questions = fc.record({
		programmes: fc.oneof(fc.tuple(programme("a")), fc.tuple(programme("a"), programme("b"))),
		people: fc.array(person, { maxLength: 4 }),
	});
	fc.assert(
		fc.property(questions, (asked) => {
			const question = { day, ...asked };
			return trafficOn(question) === bruteForce(question);
		}),
		{ numRuns: 300 },
	);
});

it("gives everybody the time that a single booking would give them", () => {
	const clock = fc.constantFrom("08:00", "09:00", "10:30", "13:00", "15:30", "17:00");
	const hours = fc
		.tuple(clock, clock)
		.filter(([a, b]) => a < b)
		.map(([starts, ends]) => ({ starts, ends }));
	const absence = fc.oneof(
		hours.map((part) => ({ ...part, from: "2027-01-14", to: "2027-01-14" })),
		fc.constantFrom(
			{ from: "2027-01-12", to: "2027-01-13", starts: null, ends: null },
			{ from: "2027-01-13", to: "2027-01-20", starts: null, ends: null },
		),
	);
	const other = span(fc.integer({ min: -2 * 1440, max: MINUTES - 1 })).map((interval) => ({
		...interval,
		venueId: null,
		place: null,
		venueName: "",
	}));
	const times: fc.Arbitrary<PersonTime> = fc.record({
		pattern: fc.array(
			hours.map((part) => ({ weekday: 4, ...part })),
			{ maxLength: 1 },
		),
		absences: fc.array(
			absence.map((one) => ({ kind: "leave" as const, ...one })),
			{ maxLength: 2 },
		),
		dailySessions: fc.integer({ min: 1, max: 4 }),
		weeklyMinutes: fc.integer({ min: 30, max: 600 }),
		vettedUntil: fc.constant(null),
		base: fc.constant(null),
		others: fc.array(other, { maxLength: 4 }),
	});
	let frees = 0;
	fc.assert(
		fc.property(times, fc.nat(MINUTES - 20), fc.constantFrom(20, 60, 120), (time, from, length) => {
			fc.pre(from + length <= MINUTES);
			const interval = { start: at(from), end: at(from + length) };
			const free = availabilityIn(time, interval, zone).standing === "free";
			const person = { agencyId: "", qualifications: [], ...personDay(time, day, zone) };
			const fits =
				person.minutesLeft >= length &&
				!person.taken.some(({ start, end }) => start < interval.end && interval.start < end);
			if (free) frees += 1;
			return free === fits;
		}),
		{ numRuns: 500 },
	);
	expect(frees).toBeGreaterThan(50);
});
