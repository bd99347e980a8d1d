import { describe, expect, it } from "vitest";
import { nextAttempt, serverRest } from "./delivery.ts";

const now = new Date("2026-11-25T09:00:00Z");

describe("trying again", () => {
	it.each([
		[1, "2026-11-25T09:01:00.000Z"],
		[2, "2026-11-25T09:05:00.000Z"],
		[3, "2026-11-25T09:30:00.000Z"],
		[4, "2026-11-25T11:00:00.000Z"],
		[5, "2026-11-25T15:00:00.000Z"],
		[6, "2026-11-26T09:00:00.000Z"],
		[9, "2026-11-26T09:00:00.000Z"],
	])("after attempt %i waits until %s", (attempts, expected) => {
		expect(nextAttempt(attempts, now)?.toISOString()).toBe(expected);
	});

	it("gives up after the tenth attempt, more than four days after the first", () => {
		expect(nextAttempt(10, now)).toBeNull();
		let at = now;
		for (let attempt = 1; attempt < 10; attempt += 1) at = nextAttempt(attempt, at) ?? at;
		expect(at.toISOString()).toBe("2026-11-29T17:36:00.000Z");
	});

	it("rests from 5 seconds to 5 minutes while the server does not answer", () => {
		expect([1, 2, 3, 6, 7, 50].map(serverRest)).toEqual([
			5_000, 10_000, 20_000, 160_000, 300_000, 300_000,
		]);
	});
});
