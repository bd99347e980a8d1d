import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BatchItem, clashesWithin } from "./batch.ts";

const at = (minute: number) => new Date(Date.UTC(2027, 0, 14, 9, minute));

function item(from: number, to: number, rest: Partial<BatchItem> = {}): BatchItem {
	return {
		interval: { start: at(from), end: at(to) },
		facilitatorIds: [],
		venueId: "school",
		roomKey: null,
		programmeId: "knife",
		yearGroups: ["Y9"],
		...rest,
	};
}

describe("sessions that are to be booked together", () => {
	it("touch without a clash, and clash by one minute", () => {
		const ravi = { facilitatorIds: ["ravi"] };
		expect(clashesWithin([item(0, 60, ravi), item(60, 120, ravi)])).toEqual([]);
		expect(clashesWithin([item(0, 60, ravi), item(59, 120, ravi)])).toEqual([
			{ kind: "facilitator", item: 0, other: 1, personId: "ravi" },
			{ kind: "facilitator", item: 1, other: 0, personId: "ravi" },
		]);
	});

	it("share a room of one place, not rooms of the same name elsewhere", () => {
		const hall = { roomKey: "hall" };
		expect(clashesWithin([item(0, 60, hall), item(30, 90, hall)])).toHaveLength(2);
		const elsewhere = { ...hall, venueId: "other" };
		expect(clashesWithin([item(0, 60, hall), item(30, 90, elsewhere)])).toEqual([]);
	});

	it("are asked for twice where nobody and no room would give it away", () => {
		expect(clashesWithin([item(0, 60), item(0, 60)]).map(({ kind }) => kind)).toEqual([
			"twice",
			"twice",
		]);
		expect(clashesWithin([item(0, 60), item(0, 60, { yearGroups: ["Y8"] })])).toEqual([]);
		expect(clashesWithin([item(0, 60), item(0, 60, { facilitatorIds: ["ravi"] })])).toEqual([]);
	});

	it("clash exactly where minute for minute somebody or a room is wanted twice", () => {
		const items = fc.array(
			fc.option(
				fc.record({
					from: fc.nat(20),
					length: fc.integer({ min: 1, max: 12 }),
					people: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
					room: fc.option(fc.constantFrom("hall", "gym")),
					venue: fc.constantFrom("one", "two"),
				}),
			),
			{ maxLength: 7 },
		);
		fc.assert(
			fc.property(items, (drawn) => {
				const batch = drawn.map(
					(one) =>
						one &&
						item(one.from, one.from + one.length, {
							facilitatorIds: one.people,
							roomKey: one.room,
							venueId: one.venue,
						}),
				);
				// The model: every minute, every person and room, a list of who wants them.
				const wanted = new Map<string, Set<number>>();
				for (const [nth, one] of drawn.entries()) {
					if (!one) continue;
					const things = one.people.map((id) => `facilitator ${id}`);
					if (one.room) things.push(`room ${one.venue} ${one.room}`);
					for (let minute = one.from; minute < one.from + one.length; minute += 1) {
						for (const thing of things) {
							const key = `${thing} ${minute}`;
							wanted.set(key, (wanted.get(key) ?? new Set()).add(nth));
						}
					}
				}
				const expected = new Set<string>();
				for (const [key, who] of wanted) {
					const [kind, id] = key.split(" ");
					for (const one of who) {
						for (const other of who) {
							if (one !== other) {
								expected.add(`${kind} ${one} ${other} ${kind === "room" ? null : id}`);
							}
						}
					}
				}
				const found = clashesWithin(batch).map(
					({ kind, item: one, other, personId }) => `${kind} ${one} ${other} ${personId}`,
				);
				expect(found.toSorted()).toEqual([...expected].toSorted());
			}),
		);
	});
});
