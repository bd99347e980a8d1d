import { describe, expect, it } from "vitest";
import type { PersonTime } from "#app/domain/people/people-time.ts";
import type { VenueTime } from "#app/domain/school-time/venue-time.ts";
import { findWarnings, type WarningFacts } from "#app/domain/sessions/warnings.ts";
import { DEFAULT_ZONE } from "#app/domain/time.ts";

const time: PersonTime = {
	pattern: [{ weekday: 4, starts: "08:00", ends: "16:00" }],
	absences: [],
	dailySessions: 2,
	weeklyMinutes: 150,
	vettedUntil: "2027-01-14",
	base: null,
	others: [],
};
const sam = {
	name: "Sam Patel",
	agencyId: "police",
	onProgramme: true,
	qualifiedUntil: null,
	time,
};
const venue: VenueTime = {
	venueId: "here",
	place: { easting: 570_000, northing: 200_000 },
	name: "Marsh Lane Academy",
	keepsTerms: true,
	authority: "Essex",
	calendar: {
		own: [],
		authority: [
			{ kind: "term", name: "Spring term", from: "2027-01-04", to: "2027-03-25", yearGroups: [] },
			{ kind: "term", name: "Summer term", from: "2027-04-12", to: "2027-07-21", yearGroups: [] },
			{ kind: "half_term", name: "", from: "2027-02-15", to: "2027-02-19", yearGroups: [] },
			{ kind: "inset", name: "", from: "2027-01-21", to: "2027-01-21", yearGroups: [] },
			{ kind: "exams", name: "GCSEs", from: "2027-05-10", to: "2027-06-18", yearGroups: ["Y11"] },
		],
	},
	lessons: { periods: [], weekA: null },
};
const usual: WarningFacts = {
	programme: {
		id: "knife-crime",
		theme: { id: "knives", name: "Knife crime" },
		title: "Knife crime workshop",
		largestGroup: null,
		facilitatorsNeeded: 1,
		agenciesNeeded: [],
		yearGroups: [],
	},
	facilitators: [sam],
	yearGroups: ["Y8"],
	schoolSessions: [],
	expectedYoungPeople: 30,
	interval: on("2027-01-14", "09:00", "10:00"),
	venue,
	travel: { speedKmh: 40, roadFactor: 1.3, setUpMinutes: 15, changeMinutes: 0 },
	zone: DEFAULT_ZONE,
	now: new Date("2026-11-25T09:00Z"),
};

/** In winter, when London's clock is UTC. */
function on(date: string, from: string, to: string) {
	return { start: new Date(`${date}T${from}Z`), end: new Date(`${date}T${to}Z`) };
}

function engaged(from: string, to: string, venueId: string, easting: number | null = 580_000) {
	const place = easting === null ? null : { easting, northing: 200_000 };
	return { ...on("2027-01-14", from, to), venueId, venueName: "Wren Park College", place };
}

const free = { ...time, pattern: [], vettedUntil: null, weeklyMinutes: 6000, dailySessions: 20 };
const during = (date: string, change: Partial<WarningFacts> = {}): Partial<WarningFacts> => ({
	interval: on(date, "09:00", "10:00"),
	facilitators: [{ ...sam, time: free }],
	...change,
});
const withTime = (change: Partial<PersonTime>) => ({
	facilitators: [{ ...sam, time: { ...time, ...change } }],
});
const found = (change: Partial<WarningFacts>) =>
	findWarnings({ ...usual, ...change }).map(({ code, message }) => [code, message]);

describe("warnings of time", () => {
	it("are silent about a session that fits at every limit", () => {
		expect(found({})).toEqual([]);
		expect(found(withTime({ others: [engaged("10:00", "11:30", "here")] }))).toEqual([]);
		// 10 km are 19.5 minutes of road, and 15 to set up: 35.
		const hence = [engaged("10:35", "11:00", "there")];
		expect(found(withTime({ others: hence }))).toEqual([]);
		expect(found(withTime({ others: [engaged("10:01", "11:00", "there", null)] }))).toEqual([]);
		expect(found(during("2027-05-11", { yearGroups: ["Y10"] }))).toEqual([]);
	});

	it("claim nothing where nothing is on record", () => {
		const nothing = { ...venue, calendar: { own: [], authority: [] } };
		expect(found(during("2027-02-16", { venue: nothing }))).toEqual([]);
		expect(found(during("2027-02-16", { venue: null }))).toEqual([]);
		expect(found(during("2027-02-16", { facilitators: [{ ...sam, time: null }] }))).toHaveLength(1);
	});

	it("let a youth club have its holidays, but not its bank holidays", () => {
		const club = { ...venue, keepsTerms: false };
		expect(found(during("2027-02-16", { venue: club }))).toEqual([]);
		expect(found(during("2027-03-26", { venue: club })).map(([code]) => code)).toEqual([
			"bank_holiday",
		]);
	});

	const academy = (weekA: string | null): VenueTime => ({
		...venue,
		lessons: {
			weekA,
			periods: [
				{ name: "Period 1", week: null, weekdays: [4], starts: "08:45", ends: "09:45" },
				{ name: "Period 5", week: "B", weekdays: [4], starts: "14:00", ends: "15:00" },
			],
		},
	});

	it.each<[string, Partial<WarningFacts>, string, string]>([
		[
			"half-term",
			during("2027-02-16"),
			"school_holidays",
			"Tuesday 16 February 2027 is in half-term at Marsh Lane Academy (by the dates of Essex)",
		],
		[
			"the Easter holidays",
			during("2027-04-07"),
			"school_holidays",
			"Wednesday 7 April 2027 is in the school holidays at Marsh Lane Academy: term ended on 25 March 2027, the next starts on 12 April 2027 (by the dates of Essex)",
		],
		[
			"an INSET day",
			during("2027-01-21"),
			"inset_day",
			"Thursday 21 January 2027 is an INSET day at Marsh Lane Academy: staff only",
		],
		[
			"exams of that year group",
			during("2027-05-11", { yearGroups: ["Y10", "Y11"] }),
			"exam_week",
			"Marsh Lane Academy has exams: GCSEs for year 11 (to 18 June 2027)",
		],
		[
			"a bank holiday in term",
			during("2027-05-03"),
			"bank_holiday",
			"Monday 3 May 2027 is a bank holiday: Early May bank holiday",
		],
		[
			"after the last lesson",
			{ venue: academy(null) },
			"outside_lesson_times",
			"Lessons at Marsh Lane Academy are from 8:45am to 9:45am that day",
		],
		[
			"leave",
			withTime({
				absences: [
					{ kind: "leave", from: "2027-01-11", to: "2027-01-15", starts: null, ends: null },
				],
			}),
			"on_leave",
			"Sam Patel is on leave until 15 January 2027",
		],
		[
			"a morning of training",
			withTime({
				absences: [
					{
						kind: "training",
						from: "2027-01-14",
						to: "2027-01-14",
						starts: "08:00",
						ends: "12:00",
					},
				],
			}),
			"on_leave",
			"Sam Patel is at training from 8:00am to 12:00pm that day",
		],
		[
			"a day off",
			{ ...withTime({ vettedUntil: null }), interval: on("2027-01-15", "09:00", "10:00") },
			"outside_working_pattern",
			"Sam Patel does not work on Fridays",
		],
		[
			"an early start",
			withTime({ pattern: [{ weekday: 4, starts: "09:30", ends: "16:00" }] }),
			"outside_working_pattern",
			"Sam Patel works from 9:30am to 4:00pm on Thursdays",
		],
		[
			"a third session",
			withTime({
				others: [engaged("11:00", "11:30", "here"), engaged("12:00", "12:30", "here")],
			}),
			"over_daily_limit",
			"Sam Patel would have 3 sessions on Thursday 14 January 2027: the most is 2",
		],
		[
			"half an hour too much",
			withTime({ others: [engaged("11:00", "13:00", "here")] }),
			"over_weekly_limit",
			"Sam Patel would have 3 hours of sessions that week: the most is 2 hours 30 minutes",
		],
		[
			"vetting that ended the day before",
			withTime({ vettedUntil: "2027-01-13" }),
			"vetting_expired",
			"Sam Patel's vetting ends on 13 January 2027",
		],
		[
			"a road too long",
			withTime({ others: [engaged("10:18", "11:00", "there")] }),
			"travel_tight",
			"Sam Patel: 18 minutes between this session and the next at Wren Park College, about 35 needed",
		],
		[
			"one who cannot, beside one who can",
			{
				facilitators: [
					sam,
					{
						...sam,
						name: "Jo Reed",
						time: { ...time, others: [engaged("08:00", "08:59", "there")] },
					},
				],
			},
			"travel_tight",
			"Jo Reed: 1 minute between the session at Wren Park College and this one, about 35 needed",
		],
	])("%s", (_name, change, code, message) => {
		expect(found(change)).toEqual([[code, message]]);
	});

	it("go by the school's own hours where they are known, instead of the usual ones", () => {
		const late = { ...during("2027-01-14"), interval: on("2027-01-14", "14:00", "17:30") };
		expect(found(late).map(([code]) => code)).toEqual(["outside_school_hours"]);
		const known = { ...late, venue: academy("2027-01-04") };
		expect(found(known).map(([code]) => code)).toEqual(["outside_lesson_times"]);
		// 4 January is a week A, so the 14th is in week B, when there is a period 5.
		const fifth = { ...known, interval: on("2027-01-14", "14:00", "15:00") };
		expect(found(fifth)).toEqual([]);
	});
});
