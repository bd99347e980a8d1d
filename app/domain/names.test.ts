import { describe, expect, it } from "vitest";
import { byName, nameKey } from "#app/domain/names.ts";

describe("byName", () => {
	it("sorts as a reader looks names up: no capitals, no accents, numbers by size", () => {
		const names = ["Zoë", "room 10", "Éva", "room 2", "alan", "Bea"].map((name) => ({ name }));
		expect(names.sort(byName).map(({ name }) => name)).toEqual([
			"alan",
			"Bea",
			"Éva",
			"room 2",
			"room 10",
			"Zoë",
		]);
	});
});

describe("nameKey", () => {
	it.each([
		["Essex Police", " essex  POLICE "],
		["Cafe\u0301", "CAFÉ"],
	])("takes %j and %j for one name", (one, other) => {
		expect(nameKey(one)).toBe(nameKey(other));
	});

	it.each([
		["Essex Police", "Essex Policy"],
		["Cafe", "Café"],
	])("keeps %j and %j apart", (one, other) => {
		expect(nameKey(one)).not.toBe(nameKey(other));
	});
});
