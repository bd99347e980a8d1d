import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	lastActive,
	madeAt,
	retentionCutoff,
	retentionInput,
	withoutDetails,
} from "./retention.ts";

describe("retentionInput", () => {
	const months = (text: unknown) => {
		const parsed = retentionInput.safeParse({ months: text });
		return parsed.success ? parsed.data.months : parsed.error.issues[0]?.message;
	};
	it.each([
		["", null],
		[" ", null],
		["36", 36],
		["6", 6],
		["240", 240],
	])("takes %j", (text, kept) => expect(months(text)).toBe(kept));

	it.each(["5", "241", "0", "-36", "3.5", "ten", "1e2", ["36", "48"], undefined])(
		"refuses %j",
		(text) => expect(months(text)).toMatch(/^Enter /),
	);
});

describe("retentionCutoff", () => {
	it.each([
		["2026-11-25T09:00:00Z", 36, "2023-11-25T09:00:00.000Z"],
		// The wall clock of the zone counts: 29 May 9:00 is 8:00 UTC, 29 November 9:00 is 9:00 UTC.
		["2026-05-29T08:00:00Z", 6, "2025-11-29T09:00:00.000Z"],
		["2026-08-31T08:00:00Z", 6, "2026-02-28T09:00:00.000Z"],
	])("from %s, %i months back, is %s", (now, back, then) => {
		expect(retentionCutoff(new Date(now), back, "Europe/London").toISOString()).toBe(then);
	});
});

describe("lastActive", () => {
	it("is the latest of what is known", () => {
		const [a, b] = [new Date(1000), new Date(2000)];
		expect(lastActive([a, null, b, undefined])).toEqual(b);
		expect(lastActive([null, undefined])).toBeNull();
	});
});

describe("madeAt", () => {
	// The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z.
	it("reads the time in a UUID of version 7, and in no other", () => {
		expect(madeAt("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")).toEqual(
			new Date("2022-02-22T19:22:22.000Z"),
		);
		expect(madeAt("919108f7-52d1-4320-9bac-f847db4148a8")).toBeNull();
		expect(madeAt("teapot")).toBeNull();
	});
});

describe("withoutDetails", () => {
	it("leaves none of the details in a text, whatever surrounds them", () => {
		const text = fc.string({
			unit: fc.constantFrom("Sam", "Sam Reed", "s@x.test", " ", "b"),
			maxLength: 9,
		});
		fc.assert(
			fc.property(text, (given) => {
				const left = withoutDetails(given, ["Sam Reed", "s@x.test", null, ""]);
				expect(left).not.toContain("Sam Reed");
				expect(left).not.toContain("s@x.test");
			}),
		);
	});

	it("leaves alone what is too short to be anybody", () => {
		expect(withoutDetails("Al goes to all halls", ["Al"])).toBe("Al goes to all halls");
	});

	it("takes the longer detail first", () => {
		expect(withoutDetails("Sam Reed-Jones", ["Sam Reed", "Sam Reed-Jones"])).toBe(
			"a former contact",
		);
	});
});
