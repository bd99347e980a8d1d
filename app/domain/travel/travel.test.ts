import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Engagement, PersonTime } from "#app/domain/people/people-time.ts";
import { DEFAULT_ZONE } from "#app/domain/time.ts";
import { isTight, legsOf, minutesBetween, roadMinutes } from "#app/domain/travel/travel.ts";

const settings = { speedKmh: 40, roadFactor: 1.3, setUpMinutes: 15, changeMinutes: 5 };
const spot = (venueId: string, easting: number | null, northing = 200_000) => ({
	venueId,
	place: easting === null ? null : { easting, northing },
});

describe("estimates", () => {
	it("are the straight line, longer by the factor, at the speed, rounded up", () => {
		// 3 km east and 4 km north are 5 km; 6.5 km of road at 40 km/h are 9.75 minutes.
		const [from, to] = [
			{ easting: 570_000, northing: 190_000 },
			{ easting: 573_000, northing: 194_000 },
		];
		expect(roadMinutes(from, to, settings)).toBe(10);
		expect(roadMinutes(from, from, settings)).toBe(0);
		expect(
			minutesBetween({ venueId: "a", place: from }, { venueId: "b", place: to }, settings),
		).toBe(25);
	});

	it("are the change alone at one venue, also where nobody knows where it is", () => {
		expect(minutesBetween(spot("a", null), spot("a", null), settings)).toBe(5);
	});

	it("are not made where a place is unknown", () => {
		expect(minutesBetween(spot("a", null), spot("b", 1), settings)).toBeNull();
		expect(minutesBetween(spot("a", 1), spot("b", null), settings)).toBeNull();
	});

	it("are the same there and back", () => {
		const place = fc.record({
			easting: fc.integer({ min: 0, max: 700_000 }),
			northing: fc.integer({ min: 0, max: 1_300_000 }),
		});
		fc.assert(
			fc.property(place, place, (a, b) => {
				expect(roadMinutes(a, b, settings)).toBe(roadMinutes(b, a, settings));
			}),
		);
	});
});

describe("legsOf", () => {
	const MINUTE = 60_000;
	const midnight = new Date("2027-01-14T00:00:00Z").getTime();
	const places = [null, 560_000, 563_000, 575_000, 600_000];
	// Sessions that do not overlap, on a grid of five minutes over three days around the one asked for.
	const someDay = fc
		.array(
			fc.record({
				at: fc.integer({ min: -280, max: 560 }),
				venue: fc.integer({ min: 0, max: places.length - 1 }),
			}),
			{ minLength: 1, maxLength: 12 },
		)
		.map((all) => {
			const taken = new Set<number>();
			return all
				.filter(({ at }) => {
					const mine = Array.from({ length: 10 }, (_, step) => at + step);
					const free = mine.every((step) => !taken.has(step));
					if (free) for (const step of mine) taken.add(step);
					return free;
				})
				.map(({ at, venue }): Engagement => {
					const start = midnight + at * 5 * MINUTE;
					return {
						...spot(`v${venue}`, places[venue] ?? null),
						venueName: `v${venue}`,
						start: new Date(start),
						end: new Date(start + 50 * MINUTE),
					};
				});
		});

	it("is tight exactly when the neighbours in the day's list cannot be reached in time", () => {
		fc.assert(
			fc.property(someDay, (sessions) => {
				const [asked, ...others] = sessions;
				if (!asked) return;
				const { start, end, venueId, place } = asked;
				const time = { others, base: null, pattern: [] };
				const legs = legsOf({ venueId, place, interval: { start, end } }, time, {
					...settings,
					zone: DEFAULT_ZONE,
				});
				// The model: write the day down in order, and look one line up and one line down.
				const day = (one: Engagement) => one.start.toISOString().slice(0, 10);
				const list = sessions
					.filter((one) => day(one) === day(asked))
					.sort((a, b) => a.start.getTime() - b.start.getTime());
				const at = list.indexOf(asked);
				const pairs = [
					[list[at - 1], asked],
					[asked, list[at + 1]],
				] as const;
				const tight = pairs.filter(([from, to]) => {
					if (!from || !to) return false;
					const gap = (to.start.getTime() - from.end.getTime()) / MINUTE;
					if (from.venueId === to.venueId) return gap < 5;
					if (!from.place || !to.place) return false;
					const km = Math.abs(from.place.easting - to.place.easting) / 1000;
					return gap < Math.ceil((km * 1.3 * 60) / 40) + 15;
				});
				expect(legs.filter(isTight)).toHaveLength(tight.length);
			}),
		);
	});

	const base = { name: "Chelmsford", easting: 570_000, northing: 200_000 };
	const time: Pick<PersonTime, "others" | "base" | "pattern"> = {
		others: [],
		base,
		pattern: [{ weekday: 4, starts: "08:30", ends: "16:00" }],
	};
	const at = (from: string, to: string, easting: number | null = 580_000) => ({
		...spot("a", easting),
		interval: { start: new Date(`2027-01-14T${from}Z`), end: new Date(`2027-01-14T${to}Z`) },
	});
	const legs = (asked: ReturnType<typeof at>, change: Partial<typeof time> = {}) =>
		legsOf(asked, { ...time, ...change }, { ...settings, zone: DEFAULT_ZONE });

	it("go from base and back on the hours of the working day", () => {
		// 10 km are 19.5 minutes of road; setting up counts on the way there only.
		expect(legs(at("09:00", "15:45"))).toEqual([
			{ kind: "from_base", name: "Chelmsford", available: 30, needed: 35 },
			{ kind: "to_base", name: "Chelmsford", available: 15, needed: 20 },
		]);
	});

	it("say nothing of a base without working hours, and nothing outside them", () => {
		expect(legs(at("09:00", "10:00"), { pattern: [] })).toEqual([]);
		expect(legs(at("08:00", "16:30"))).toEqual([]);
	});

	it("have no estimate where the venue's place is unknown", () => {
		expect(legs(at("09:00", "15:00", null)).map(({ needed }) => needed)).toEqual([null, null]);
	});
});
