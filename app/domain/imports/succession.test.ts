import { expect, it } from "vitest";
import { findSuccessor, type Succeeding } from "./succession.ts";

const closed: Succeeding = {
	urn: "900003",
	name: "Estuary Pupil Referral Unit",
	laCode: "882",
	establishmentNumber: "1199",
	postcode: "SS1 0ZZ",
	openDate: "2005-09-01",
	closeDate: "2024-08-31",
	lowAge: 11,
	highAge: 16,
};
const academy: Succeeding = {
	...closed,
	urn: "900004",
	name: "Estuary Alternative Provision Academy",
	establishmentNumber: "1100",
	openDate: "2024-09-01",
	closeDate: null,
};

function successorAmong(...candidates: Succeeding[]) {
	return findSuccessor(closed, candidates)?.urn ?? null;
}

it("follows a school to the one that opened on its site the next day", () => {
	expect(successorAmong(closed, academy)).toBe("900004");
});

it("follows it by its number when it moves", () => {
	const moved = { ...academy, postcode: "SS2 0ZZ", establishmentNumber: "1199" };
	expect(successorAmong(moved)).toBe("900004");
	expect(successorAmong({ ...moved, laCode: "881" })).toBeNull();
});

it.each([
	["long after", { openDate: "2025-01-05" }],
	["before it closed", { openDate: "2024-08-01" }],
	["on no known day", { openDate: null }],
	["elsewhere under another number", { postcode: "SS2 0ZZ" }],
	["for other ages", { lowAge: 4, highAge: 11 }],
])("does not follow to a school that opened %s", (_, changed) => {
	expect(successorAmong({ ...academy, ...changed })).toBeNull();
});

it("prefers the number, then the name, and takes none where two fit alike", () => {
	const numbered = { ...academy, urn: "900007", name: "Pier Academy", establishmentNumber: "1199" };
	expect(successorAmong(academy, numbered)).toBe("900007");
	const other = { ...academy, urn: "900008", name: "Pier Free School" };
	expect(successorAmong(other, academy)).toBe("900004");
	expect(successorAmong(academy, { ...academy, urn: "900009" })).toBeNull();
});
