import { describe, expect, it } from "vitest";
import { dueReport, nextReportAt } from "#app/domain/reach/report-month.ts";

const due = (now: string, zone = "Europe/London") => {
	const { month, dueAt } = dueReport(new Date(now), zone);
	return [month, dueAt.toISOString()];
};

describe("the report that is due", () => {
	it.each([
		["2026-11-25T09:00:00Z", ["2026-10", "2026-11-01T07:00:00.000Z"]],
		["2026-12-01T06:59:59Z", ["2026-10", "2026-11-01T07:00:00.000Z"]],
		["2026-12-01T07:00:00Z", ["2026-11", "2026-12-01T07:00:00.000Z"]],
		["2027-01-01T07:00:00Z", ["2026-12", "2027-01-01T07:00:00.000Z"]],
		// In summer seven in London is six in UTC.
		["2026-07-01T05:59:59Z", ["2026-05", "2026-06-01T06:00:00.000Z"]],
		["2026-07-01T06:00:00Z", ["2026-06", "2026-07-01T06:00:00.000Z"]],
		["2026-06-30T23:30:00Z", ["2026-05", "2026-06-01T06:00:00.000Z"]],
	])("at %s is %j", (now, expected) => {
		expect(due(now)).toEqual(expected);
	});

	it("goes by the partnership's zone", () => {
		expect(due("2026-11-30T21:30:00Z", "Asia/Kathmandu")).toEqual([
			"2026-10",
			"2026-11-01T01:15:00.000Z",
		]);
		expect(due("2026-12-01T01:15:00Z", "Asia/Kathmandu")[0]).toBe("2026-11");
	});

	it("is followed by the next a month later, across clock changes and years", () => {
		const next = (now: string) =>
			nextReportAt(dueReport(new Date(now), "Europe/London"), "Europe/London").toISOString();
		expect(next("2026-11-25T09:00:00Z")).toBe("2026-12-01T07:00:00.000Z");
		expect(next("2027-03-10T09:00:00Z")).toBe("2027-04-01T06:00:00.000Z");
		expect(next("2026-12-31T23:59:59Z")).toBe("2027-01-01T07:00:00.000Z");
	});
});
