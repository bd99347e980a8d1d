import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	formatReference,
	parseReference,
	sessionReference,
	teamPrefix,
} from "#app/domain/sessions/reference.ts";

describe("session references", () => {
	it.each([
		["JET", 2026, 147, "JET-2026-0147"],
		["PPP", 2024, 1, "PPP-2024-0001"],
		["JET", 2026, 9999, "JET-2026-9999"],
		["ESSEXJ", 2026, 12345, "ESSEXJ-2026-12345"],
	])("%s %i %i is %s", (team, year, number, text) => {
		expect(formatReference({ team, year, number })).toBe(text);
		expect(parseReference(text)).toEqual({ team, year, number });
	});

	it.each([
		"J-2026-0147",
		"JETTEAMS-2026-0147",
		"JET-26-0147",
		"JET-2026-147",
		"JET-2026-00147",
		"JET-2026-0000",
		"JET-2026-0147-1",
		"JET 2026 0147",
		"JÉT-2026-0147",
		"JET-2026-0147\nX",
		"",
	])("%j is none", (text) => {
		expect(parseReference(text)).toBeNull();
		expect(sessionReference.safeParse(text).error?.issues[0]?.message).toBe(
			"Enter a session reference, like JET-2026-0147",
		);
	});

	it("are found however they are typed", () => {
		expect(sessionReference.parse(" jet-2026-0147 ")).toBe("JET-2026-0147");
		expect(parseReference(" jet-2026-0147 ")).toEqual({ team: "JET", year: 2026, number: 147 });
	});

	it("go there and back", () => {
		const team = fc.stringMatching(/^[A-Z]{2,6}$/);
		const year = fc.integer({ min: 1990, max: 2100 });
		const number = fc.integer({ min: 1, max: 999_999 });
		fc.assert(
			fc.property(team, year, number, (...[t, y, n]) => {
				const parts = { team: t, year: y, number: n };
				expect(parseReference(formatReference(parts))).toEqual(parts);
			}),
		);
	});

	it.each([
		["j", 2026, 1],
		["JET", 2026, 0],
		["JET", 26, 1],
	])("are never made from %s %i %i", (team, year, number) => {
		expect(() => formatReference({ team, year, number })).toThrow("Not a session reference");
	});

	it("take a prefix of letters only", () => {
		expect(teamPrefix.parse(" jet ")).toBe("JET");
		for (const prefix of ["J", "JET2", "TOOLONGER"]) {
			expect(teamPrefix.safeParse(prefix).success).toBe(false);
		}
	});
});
