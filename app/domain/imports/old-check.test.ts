import { describe, expect, it } from "vitest";
import { DEFAULT_ZONE } from "#app/domain/time.ts";
import { indexVenues } from "./match-venue.ts";
import { beginCheck, noDecisions, type OldDecisions, type OldFacts } from "./old-check.ts";
import type { OldColumn } from "./old-columns.ts";
import { placeKey } from "./old-questions.ts";
import { readOldRow } from "./old-row.ts";

const columns: OldColumn[] = [
	"date",
	"start",
	"venue",
	"programme",
	"yearGroups",
	"youngPeople",
	"adults",
];

const venue = {
	urn: null,
	town: "",
	postcode: "",
	openDate: null,
	closeDate: null,
	successorId: null,
};
const facts: OldFacts = {
	venues: indexVenues([
		{ ...venue, id: "saltmarsh", name: "Saltmarsh Academy" },
		{ ...venue, id: "crow", name: "Crow Hill School" },
	]),
	programmes: [
		{ id: "knife", name: "Knife crime: choices", slug: "knife-crime", lengthMinutes: 60 },
	],
	usualProgramme: null,
	standing: [],
	today: "2026-11-25",
	zone: DEFAULT_ZONE,
};

/** A sheet from lines with semicolons between the cells; the first line after the header is 2. */
function check(
	lines: string[],
	given: { facts?: Partial<OldFacts>; decisions?: Partial<OldDecisions> } = {},
) {
	const rows = lines.flatMap((text, at) => {
		const row = readOldRow(text.split(";"), { columns, counted: "counted" });
		return row ? [{ line: at + 2, row }] : [];
	});
	const { check: checkRow, questions } = beginCheck(
		rows.map(({ row }) => row),
		{ ...facts, ...given.facts },
		{ ...noDecisions, ...given.decisions },
	);
	return { rows: rows.map(({ line, row }) => checkRow(line, row)), questions };
}

const good = "3 Sep 2024;9:30;Saltmarsh Academy;Knife crime: choices;Year 8;28;2";

it("makes a session of a row that says everything", () => {
	const { rows, questions } = check([good]);
	expect(rows).toEqual([
		{
			line: 2,
			outcome: "ready",
			problems: [],
			sameAs: null,
			session: {
				venue: { id: "saltmarsh" },
				programmeId: "knife",
				date: "2024-09-03",
				startsAt: new Date("2024-09-03T08:30:00Z"),
				endsAt: new Date("2024-09-03T09:30:00Z"),
				timeKnown: true,
				yearGroups: ["Y8"],
				headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
				adults: 2,
				counted: "counted",
			},
		},
	]);
	expect(questions.venues.size + questions.dates.size + questions.programmes.size).toBe(0);
});

it("lets nine o'clock stand for a time that was not written down, and passes empty rows over", () => {
	const { rows } = check(["3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8;28;", ";;;;;;"]);
	expect(rows).toHaveLength(1);
	expect(rows[0]?.session).toMatchObject({
		startsAt: new Date("2024-09-03T08:00:00Z"),
		timeKnown: false,
	});
});

it("keeps a total of several year groups together", () => {
	const { rows } = check(["3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8 & Y9;approx 120;"]);
	expect(rows[0]?.session).toMatchObject({
		yearGroups: ["Y8", "Y9"],
		headcounts: [{ yearGroup: "Mixed", youngPeople: 120 }],
		counted: "estimated",
	});
});

describe("rows that cannot be brought in", () => {
	it.each([
		["31/2/2024;;Saltmarsh Academy;knife-crime;Y8;28;", "There is no such date: “31/2/2024”"],
		[
			"3 Sep 2024;late;Saltmarsh Academy;knife-crime;Y8;28;",
			"The start time cannot be read: “late”",
		],
		["3 Sep 2024;;;knife-crime;Y8;28;", "The school or place is empty"],
		[
			"3 Sep 2024;;Saltmarsh Academy;knife-crime;Foxes;28;",
			"The year groups cannot be read: “Foxes”",
		],
		[
			"3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8;lots;",
			"The number of young people is not a whole number: “lots”",
		],
		["3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8;;", "The number of young people is empty"],
		[
			"3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8;2001;",
			"Enter the number of young people as 2,000 or fewer",
		],
		[
			"3 Sep 2024;;Saltmarsh Academy;knife-crime;Y8;0;0",
			"Enter at least 1 young person or adult, or record the session as not delivered",
		],
		[
			"1 Dec 2026;;Saltmarsh Academy;knife-crime;Y8;28;",
			"The date is in the future: 1 December 2026",
		],
		[
			"31 Mar 2024;1:30am;Saltmarsh Academy;knife-crime;Y8;28;",
			"Enter a start time that exists: clocks go forward at 01:00 on 31 March 2024",
		],
	])("%s", (line, problem) => {
		expect(check([line]).rows).toMatchObject([
			{ outcome: "error", problems: [problem], session: null },
		]);
	});
});

describe("dates in two orders", () => {
	const doubtful = "3/9/24;;Saltmarsh Academy;knife-crime;Y8;28;";

	it("are asked about, with what the rest of the file speaks for", () => {
		const { rows, questions } = check([doubtful, "25/9/24;;Crow Hill School;knife-crime;Y8;28;"]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(["asks", "ready"]);
		expect(questions).toMatchObject({ dayFirstOnly: 1, monthFirstOnly: 0, bothOrders: false });
		expect([...questions.dates]).toEqual([
			["3/9/24", { dayFirst: "2024-09-03", monthFirst: "2024-03-09", rows: 1 }],
		]);
	});

	it("are read as the coordinator says", () => {
		const dayOf = (dateOrder: OldDecisions["dateOrder"]) =>
			check([doubtful], { decisions: { dateOrder } }).rows[0];
		expect(dayOf("day")?.session?.date).toBe("2024-09-03");
		expect(dayOf("month")?.session?.date).toBe("2024-03-09");
		expect(dayOf("leave_out")?.outcome).toBe("left_out");
	});

	it("are asked about one by one where the file itself uses both orders", () => {
		const lines = [
			doubtful,
			"25/9/24;;Crow Hill School;knife-crime;Y8;28;",
			"9/25/24;;Crow Hill School;knife-crime;Y9;28;",
		];
		expect(check(lines, { decisions: { dateOrder: "day" } }).rows[0]?.outcome).toBe("asks");
		const decisions = { dates: { "3/9/24": "2024-03-09" } };
		expect(check(lines, { decisions }).rows[0]?.session?.date).toBe("2024-03-09");
	});
});

describe("places", () => {
	const line = "3 Sep 2024;;Saltmarsh;knife-crime;Y8;28;";
	const key = placeKey({ urn: "", name: "Saltmarsh", postcode: "" });

	it("in doubt are asked about once, with the rows that wait", () => {
		const { rows, questions } = check([line, "4 Sep 2024;;SALTMARSH;knife-crime;Y8;28;"]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(["asks", "asks"]);
		expect([...questions.venues.values()]).toMatchObject([
			{ rows: 2, why: "alike", candidates: [{ id: "saltmarsh" }] },
		]);
	});

	it.each([
		["crow", "ready", { id: "crow" }],
		["new", "ready", { place: key }],
		["leave_out", "left_out", undefined],
		["nowhere", "asks", undefined],
	])("decided as %s are %s", (decision, outcome, where) => {
		const [row] = check([line], { decisions: { venues: { [key]: decision } } }).rows;
		expect(row?.outcome).toBe(outcome);
		expect(row?.session?.venue).toEqual(where);
	});
});

it("asks which programme is meant, once for each way of writing it", () => {
	const lines = [
		"3 Sep 2024;;Saltmarsh Academy;Knives;Y8;28;",
		"4 Sep 2024;;Saltmarsh Academy;KNIVES ;Y8;28;",
	];
	const { rows, questions } = check(lines);
	expect(rows.map(({ outcome }) => outcome)).toEqual(["asks", "asks"]);
	expect([...questions.programmes]).toEqual([["knives", { text: "Knives", rows: 2 }]]);
	const decisions = { programmes: { knives: "knife" } };
	expect(check(lines, { decisions }).rows.map(({ outcome }) => outcome)).toEqual([
		"ready",
		"ready",
	]);
	const none = ["3 Sep 2024;;Saltmarsh Academy;;Y8;28;"];
	expect(check(none).rows[0]?.outcome).toBe("asks");
	expect(check(none, { facts: { usualProgramme: "knife" } }).rows[0]?.outcome).toBe("ready");
});

describe("duplicates", () => {
	it("of a line before are found, parallel classes are not", () => {
		const other = good.replace(";28;", ";27;");
		const { rows } = check([good, other, good]);
		expect(rows.map(({ outcome, sameAs }) => [outcome, sameAs])).toEqual([
			["ready", null],
			["ready", null],
			["duplicate", "line 2"],
		]);
	});

	it("of a session that stands are found by day, and by time where the row has one", () => {
		const there = {
			reference: "JET-2024-0031",
			venueId: "saltmarsh",
			programmeId: "knife",
			date: "2024-09-03",
		};
		const timeless = good.replace(";9:30;", ";;");
		const same = (line: string, start: string) =>
			check([line], { facts: { standing: [{ ...there, start }] } }).rows[0]?.sameAs;
		expect(same(good, "09:30")).toBe("JET-2024-0031");
		expect(same(good, "11:00")).toBeNull();
		expect(same(timeless, "11:00")).toBe("JET-2024-0031");
	});

	it("are brought in where the coordinator says so", () => {
		const { rows } = check([good, good], { decisions: { keep: [3] } });
		expect(rows.map(({ outcome, sameAs }) => [outcome, sameAs])).toEqual([
			["ready", null],
			["ready", "line 2"],
		]);
	});
});

it("holds the sum of the year groups against the total", () => {
	const split: OldColumn[] = [
		"date",
		"venue",
		"programme",
		"headcount.Y7",
		"headcount.Y8",
		"youngPeople",
	];
	const read = (total: string) =>
		readOldRow(["3 Sep 2024", "Saltmarsh Academy", "knife-crime", "12", "14", total], {
			columns: split,
			counted: "estimated",
		});
	expect(read("26")).toMatchObject({
		problems: [],
		yearGroups: ["Y7", "Y8"],
		headcounts: [
			{ yearGroup: "Y7", youngPeople: 12 },
			{ yearGroup: "Y8", youngPeople: 14 },
		],
		counted: "estimated",
	});
	expect(read("")?.problems).toEqual([]);
	expect(read("30")?.problems).toEqual(["The total is 30, and the year groups add up to 26"]);
});
