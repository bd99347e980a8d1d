import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	closeOut,
	closeOutRefusal,
	correction,
	notDeliveredReasons,
	totalYoungPeople,
} from "#app/domain/sessions/close-out.ts";
import { followUpKinds, followUpLabels } from "#app/domain/sessions/follow-ups.ts";
import { sessionStatuses } from "#app/domain/sessions/status.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";

const delivered = {
	outcome: "delivered",
	headcounts: [{ yearGroup: "Y8", youngPeople: "28" }],
	adults: "2",
	counted: "counted",
};

function problems(input: unknown): [string, string][] {
	const issues = closeOut.safeParse(input).error?.issues ?? [];
	return issues.map((issue) => [issue.path.join("."), issue.message]);
}

describe("a delivered close-out", () => {
	it("is read from a form, blank follow-ups left out", () => {
		const input = {
			...delivered,
			followUps: [
				{ kind: "drugs", count: "2" },
				{ kind: "housing", count: "" },
				{ kind: "alcohol", count: "0" },
			],
			note: " Good questions\r\nabout county lines ",
		};
		expect(closeOut.parse(input)).toEqual({
			outcome: "delivered",
			headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
			adults: 2,
			counted: "counted",
			followUps: [{ kind: "drugs", count: 2 }],
			note: "Good questions\nabout county lines",
		});
	});

	it("needs neither follow-ups nor note", () => {
		const parsed = closeOut.parse(delivered);
		expect(parsed).toMatchObject({ followUps: [] });
		expect(parsed.note).toBeUndefined();
	});

	const heads = (...rows: [string, unknown][]) => ({
		...delivered,
		headcounts: rows.map(([yearGroup, youngPeople]) => ({ yearGroup, youngPeople })),
	});
	const follow = (...rows: [string, unknown][]) => ({
		...delivered,
		followUps: rows.map(([kind, number]) => ({ kind, count: number })),
	});
	const nobody = "Enter at least 1 young person or adult, or record the session as not delivered";
	const tooMany = "Check the numbers: enter 2,000 young people or fewer in total";

	it.each([
		[heads(), "headcounts", "Enter the number of young people for at least one year group"],
		[
			{ ...delivered, headcounts: undefined },
			"headcounts",
			"Enter the number of young people for at least one year group",
		],
		[heads(["Y8", 20], ["Y8", 8]), "headcounts", "Enter each year group once"],
		[heads(["Y8", 1999], ["Y9", 2]), "headcounts", tooMany],
		[heads(["Y8", ""]), "headcounts.0.youngPeople", "Enter the number of young people"],
		[
			heads(["Y8", "2001"]),
			"headcounts.0.youngPeople",
			"Enter the number of young people as 2,000 or fewer",
		],
		[
			heads(["Y8", "-1"]),
			"headcounts.0.youngPeople",
			"Enter the number of young people as 0 or more",
		],
		[
			heads(["Y8", 2.5]),
			"headcounts.0.youngPeople",
			"Enter the number of young people as a whole number, like 28",
		],
		[heads(["8", 20]), "headcounts.0.yearGroup", "Choose a year group"],
		[{ ...heads(["Y8", 0]), adults: 0 }, "headcounts", nobody],
		[{ ...delivered, adults: "" }, "adults", "Enter the number of adults"],
		[
			{ ...delivered, counted: "guessed" },
			"counted",
			"Choose whether the numbers are counted or estimated",
		],
		[follow(["drugs", 1], ["drugs", 2]), "followUps", "Enter each kind of follow-up once"],
		[follow(["dentist", 1]), "followUps.0.kind", "Choose a kind of follow-up"],
		[
			follow(["drugs", "some"]),
			"followUps.0.count",
			"Enter the number of follow-ups as a whole number, like 28",
		],
		[
			{ ...delivered, note: "x".repeat(1001) },
			"note",
			"Shorten the note to 1,000 characters or fewer",
		],
		[{ ...delivered, outcome: "maybe" }, "outcome", "Choose whether the session happened"],
		[{}, "outcome", "Choose whether the session happened"],
	])("%# tells what to do at %s", (input, field, message) => {
		expect(problems(input)).toEqual([[field, message]]);
	});

	it("takes exactly 2,000, a year group of 0 beside another, and adults alone", () => {
		expect(problems(heads(["Y8", 1999], ["Y9", 1]))).toEqual([]);
		expect(problems(heads(["Y8", 0], ["Y9", 1]))).toEqual([]);
		expect(problems({ ...heads(["Mixed", 0]), adults: 12 })).toEqual([]);
	});

	it("never records nobody, too many, or a year group twice, whatever is sent", () => {
		const row = fc.record({
			yearGroup: fc.constantFrom(...yearGroups),
			youngPeople: fc.oneof(fc.integer({ min: -5, max: 2500 }), fc.constantFrom("", "12", "x")),
		});
		const input = fc.record({
			outcome: fc.constant("delivered"),
			headcounts: fc.array(row, { maxLength: 4 }),
			adults: fc.constantFrom(0, 0, 3),
			counted: fc.constant("estimated"),
		});
		fc.assert(
			fc.property(input, (each) => {
				const parsed = closeOut.safeParse(each);
				if (!parsed.success || parsed.data.outcome !== "delivered") return;
				const rows = parsed.data.headcounts;
				const sum = rows.map((one) => one.youngPeople).reduce((a, b) => a + b);
				expect(totalYoungPeople(rows)).toBe(sum);
				expect(sum).toBeLessThanOrEqual(2000);
				expect(sum + parsed.data.adults).toBeGreaterThan(0);
				expect(new Set(rows.map((one) => one.yearGroup)).size).toBe(rows.length);
			}),
		);
	});
});

describe("a close-out of a session that did not happen", () => {
	it.each(notDeliveredReasons)("takes %s with a note and keeps no numbers", (reason) => {
		const input = { ...delivered, outcome: "not_delivered", reason, note: "Boiler broke" };
		expect(closeOut.parse(input)).toEqual({
			outcome: "not_delivered",
			reason,
			note: "Boiler broke",
		});
	});

	it("needs a reason, and for another reason the words", () => {
		expect(problems({ outcome: "not_delivered" })).toEqual([
			["reason", "Choose why the session did not happen"],
		]);
		expect(problems({ outcome: "not_delivered", reason: "other", note: " " })).toEqual([
			["note", "Enter a note saying why the session did not happen"],
		]);
		expect(problems({ outcome: "not_delivered", reason: "school_closed" })).toEqual([]);
	});
});

describe("a correction", () => {
	it("needs its reason", () => {
		const parsed = correction.safeParse({ closeOut: delivered, reason: "" });
		expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
			"Enter a reason for the correction",
		]);
	});
});

describe("closing out", () => {
	const startsAt = new Date("2027-01-14T09:00Z");

	it.each([
		["a minute before the start", "2027-01-14T08:59Z", "not_started"],
		["at the start", "2027-01-14T09:00Z", null],
		["weeks later", "2027-02-14T09:00Z", null],
	] as const)("%s", (_name, now, refusal) => {
		const session = { status: "confirmed", startsAt } as const;
		expect(closeOutRefusal(session, "delivered", new Date(now))).toBe(refusal);
		expect(closeOutRefusal(session, "not_delivered", new Date(now))).toBe(refusal);
	});

	it.each(sessionStatuses.filter((status) => status !== "confirmed"))("never from %s", (status) => {
		const now = new Date("2027-02-14T09:00Z");
		expect(closeOutRefusal({ status, startsAt }, "delivered", now)).toBe("illegal_transition");
	});
});

describe("kinds of follow-up", () => {
	it("are the twelve partner services, each with a label", () => {
		expect(followUpKinds).toHaveLength(12);
		expect(new Set(Object.values(followUpLabels)).size).toBe(12);
	});
});
