import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	findWarnings,
	unresolvedWarnings,
	type WarningFacts,
	warningCodes,
} from "#app/domain/sessions/warnings.ts";
import { DEFAULT_ZONE } from "#app/domain/time.ts";

const sam = {
	name: "Sam Patel",
	agencyId: "police",
	onProgramme: true,
	qualifiedUntil: null,
	time: null,
};
const jo = { ...sam, name: "Jo Reed", agencyId: "fire", qualifiedUntil: "2027-01-14" };
const usual: WarningFacts = {
	programme: {
		id: "knife-workshop",
		theme: { id: "knife", name: "Knife crime" },
		title: "Knife crime workshop",
		largestGroup: 30,
		facilitatorsNeeded: 2,
		agenciesNeeded: [
			{ id: "police", name: "Essex Police" },
			{ id: "fire", name: "Essex County Fire and Rescue Service" },
		],
		yearGroups: ["Y7", "Y8", "Y9"],
	},
	facilitators: [sam, jo],
	yearGroups: ["Y8"],
	schoolSessions: [],
	expectedYoungPeople: 30,
	// A Thursday, exactly seven days after `now`.
	interval: { start: new Date("2027-01-14T09:00Z"), end: new Date("2027-01-14T10:00Z") },
	venue: null,
	travel: { speedKmh: 40, roadFactor: 1.3, setUpMinutes: 15, changeMinutes: 0 },
	zone: DEFAULT_ZONE,
	now: new Date("2027-01-07T16:00Z"),
};

const found = (change: Partial<WarningFacts>) =>
	findWarnings({ ...usual, ...change }).map(({ code, message }) => [code, message]);
const at = (start: string, end: string) => ({
	interval: { start: new Date(start), end: new Date(end) },
});
const programme = (change: Partial<WarningFacts["programme"]>) => ({
	programme: { ...usual.programme, ...change },
});

describe("findWarnings", () => {
	it("is silent about a usual session at every limit", () => {
		expect(found({})).toEqual([]);
		expect(found(at("2027-01-14T08:00Z", "2027-01-14T17:00Z"))).toEqual([]);
		expect(found({ yearGroups: ["Mixed"] })).toEqual([]);
		expect(found({ ...programme({ yearGroups: [] }), yearGroups: ["R"] })).toEqual([]);
		expect(found({ ...programme({ largestGroup: null }), expectedYoungPeople: 2000 })).toEqual([]);
	});

	const hours = "The session is outside school hours, 8:00am to 5:00pm";
	const outside = "outside_school_hours";
	it.each<[string, Partial<WarningFacts>, string, string]>([
		[
			"one too many",
			{ expectedYoungPeople: 31 },
			"too_large_group",
			"31 young people are expected and Knife crime workshop is for up to 30",
		],
		[
			"one facilitator short",
			{ ...programme({ agenciesNeeded: [] }), facilitators: [sam] },
			"too_few_facilitators",
			"Knife crime workshop needs 2 facilitators: 1 more to choose",
		],
		[
			"an agency absent",
			{ facilitators: [sam, { ...jo, agencyId: "police" }] },
			"agency_missing",
			"Knife crime workshop needs someone from Essex County Fire and Rescue Service",
		],
		[
			"both agencies absent",
			{ facilitators: [sam, jo].map((each) => ({ ...each, agencyId: null })) },
			"agency_missing",
			"Knife crime workshop needs someone from Essex Police and Essex County Fire and Rescue Service",
		],
		[
			"one not on the programme",
			{ facilitators: [{ ...sam, onProgramme: false }, jo] },
			"unqualified",
			"Sam Patel is not qualified for Knife crime workshop",
		],
		[
			"nobody on the programme",
			{ facilitators: [sam, jo].map((each) => ({ ...each, onProgramme: false })) },
			"unqualified",
			"Sam Patel and Jo Reed are not qualified for Knife crime workshop",
		],
		[
			"one expired the day before",
			{ facilitators: [sam, { ...jo, qualifiedUntil: "2027-01-13" }] },
			"unqualified",
			"Jo Reed's qualification for Knife crime workshop ends on 13 January 2027",
		],
		[
			"one of each",
			{
				facilitators: [
					{ ...sam, onProgramme: false },
					{ ...jo, qualifiedUntil: "2026-08-31" },
				],
			},
			"unqualified",
			"Sam Patel is not qualified for Knife crime workshop. Jo Reed's qualification for Knife crime workshop ends on 31 August 2026",
		],
		[
			"too old",
			{ yearGroups: ["Y9", "Y10", "Y11"] },
			"year_group_unusual",
			"Knife crime workshop is for years 7 to 9, not years 10 and 11",
		],
		[
			"six days' notice",
			{ now: new Date("2027-01-08T00:00Z") },
			"short_notice",
			"The session is in 6 days: schools usually need at least 7 days' notice",
		],
		[
			"an hour's notice",
			{ now: new Date("2027-01-14T08:00Z") },
			"short_notice",
			"The session is today: schools usually need at least 7 days' notice",
		],
		[
			"the start now",
			{ now: new Date("2027-01-14T09:00Z") },
			"in_the_past",
			"The start, Thursday 14 January 2027 at 9:00am, is in the past",
		],
		["a minute early", at("2027-01-14T07:59Z", "2027-01-14T09:00Z"), outside, hours],
		["a minute late", at("2027-01-14T16:00Z", "2027-01-14T17:01Z"), outside, hours],
		["past midnight", at("2027-01-14T16:00Z", "2027-01-15T01:00Z"), outside, hours],
		[
			"a Saturday",
			{
				...at("2027-01-16T09:00Z", "2027-01-16T10:00Z"),
				facilitators: [sam, { ...jo, qualifiedUntil: null }],
			},
			outside,
			"Saturday 16 January 2027 is at the weekend",
		],
		[
			"7:30am in summer, which is 6:30 by UTC",
			{
				...at("2027-07-01T06:30Z", "2027-07-01T07:30Z"),
				facilitators: [sam, { ...jo, qualifiedUntil: null }],
			},
			outside,
			hours,
		],
	])("%s", (_name, change, code, message) => {
		expect(found(change)).toEqual([[code, message]]);
	});

	it("reads the clock of the zone: 8:00am in summer is in school hours", () => {
		const summer = at("2027-07-01T07:00Z", "2027-07-01T08:00Z");
		expect(found({ ...summer, facilitators: [sam, { ...jo, qualifiedUntil: null }] })).toEqual([]);
	});

	it("finds several at once, each code once, in reading order", () => {
		const change = { facilitators: [], expectedYoungPeople: 240, yearGroups: ["Y13" as const] };
		expect(found(change).map(([code]) => code)).toEqual([
			"too_few_facilitators",
			"agency_missing",
			"too_large_group",
			"year_group_unusual",
		]);
	});
});

describe("unresolvedWarnings", () => {
	it("leaves exactly the warnings without a reason of their own", () => {
		const codes = fc.subarray([...warningCodes, "travel_tight"]);
		fc.assert(
			fc.property(codes, codes, codes, (warned, answered, blank) => {
				const overrides = [
					...answered.map((code) => ({ code, reason: "Agreed with the school" })),
					...blank.map((code) => ({ code, reason: " " })),
				];
				const left = unresolvedWarnings(
					warned.map((code) => ({ code, message: "" })),
					overrides,
				);
				expect(left.map(({ code }) => code)).toEqual(
					warned.filter((code) => !answered.includes(code)),
				);
			}),
		);
	});
});
