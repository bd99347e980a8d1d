import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comesNext, meetingsOf, type SchoolSession, sameCohort } from "./cohort.ts";
import { type YearGroup, yearGroups } from "./year-groups.ts";

const knife = { id: "knife", name: "Knife crime" };
const gangs = { id: "gangs", name: "Gangs and county lines" };
const workshop = { id: "workshop", name: "Knife crime workshop" };

const nth = { number: 0 };
function session(date: string, more: Partial<SchoolSession> = {}): SchoolSession {
	nth.number += 1;
	return {
		reference: `JET-2026-${String(nth.number).padStart(4, "0")}`,
		date,
		yearGroups: ["Y9"],
		programme: knife,
		theme: knife,
		delivered: true,
		formerly: null,
		...more,
	};
}

const wanted = (date: string, ...groups: YearGroup[]) => ({
	date,
	yearGroups: groups,
	programme: { id: "knife", theme: knife },
	today: "2026-11-25",
});

describe("what a cohort had before", () => {
	it.each([
		[session("2026-02-03"), "Year 9 here had Knife crime on 3 February 2026; they are Year 10 now"],
		[
			session("2026-09-30", { yearGroups: ["Y10"] }),
			"Year 10 here had Knife crime on 30 September 2026",
		],
		[
			session("2026-02-03", { programme: workshop }),
			"Year 9 here had Knife crime workshop, also on knife crime, on 3 February 2026; they are Year 10 now",
		],
		[
			session("2027-05-04", { yearGroups: ["Y10"], delivered: false }),
			"Year 10 here have Knife crime booked for 4 May 2027",
		],
		[
			session("2024-02-03", { yearGroups: ["Y7", "Y8"], formerly: "Old Marsh School" }),
			"Year 7 at Old Marsh School had Knife crime on 3 February 2024; they are Year 10 now",
		],
	])("is said: %#", (before, sentence) => {
		expect(sameCohort([before], wanted("2027-01-14", "Y10"))).toBe(sentence);
	});

	it.each([
		["another cohort of the same year group", session("2026-02-03", { yearGroups: ["Y10"] })],
		["another theme", session("2026-02-03", { programme: gangs, theme: gangs })],
		["parallel classes on one day", session("2027-01-14", { yearGroups: ["Y10"] })],
		["a mixed group", session("2026-02-03", { yearGroups: ["Mixed"] })],
	])("is not said of %s", (_what, before) => {
		expect(sameCohort([before], wanted("2027-01-14", "Y10", "Mixed"))).toBeNull();
	});

	it("says what they will be in a year to come", () => {
		expect(sameCohort([session("2026-10-01")], wanted("2027-10-01", "Y10"))).toBe(
			"Year 9 here had Knife crime on 1 October 2026; they will be Year 10 by then",
		);
	});

	it("names the programme itself before another on its theme, the newest first", () => {
		const sessions = [
			session("2025-11-03", { yearGroups: ["Y9"] }),
			session("2024-11-03", { yearGroups: ["Y8"] }),
			session("2026-10-03", { yearGroups: ["Y10"], programme: workshop }),
		];
		expect(sameCohort(sessions, wanted("2027-01-14", "Y10"))).toContain("3 November 2025");
	});

	it("is what counting heads from year to year finds", () => {
		const days = fc
			.date({ min: new Date("2019-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const groups = fc.subarray([...yearGroups]);
		const many = fc.array(fc.record({ date: days, yearGroups: groups }), { maxLength: 8 });
		fc.assert(
			fc.property(many, days, groups, (drawn, date, asked) => {
				const sessions = drawn.map((one) => session(one.date, one));
				// The model: one pupil for each year group, walked a September at a time.
				const expected = asked.flatMap((yearGroup) =>
					sessions
						.filter((one) => one.date !== date)
						.filter((one) => {
							const was = walked(yearGroup, date, one.date);
							return was !== null && one.yearGroups.includes(was);
						})
						.map(({ reference }) => `${yearGroup} ${reference}`),
				);
				const found = meetingsOf(sessions, { date, yearGroups: asked }).map(
					(meeting) => `${meeting.yearGroup} ${meeting.session.reference}`,
				);
				expect(found.toSorted()).toEqual(expected.toSorted());
			}),
		);
	});
});

/** What somebody in `yearGroup` on `from` is on `to`: one up at each first of September between. */
function walked(yearGroup: YearGroup, from: string, to: string): YearGroup | null {
	if (yearGroup === "Mixed") return null;
	const ladder = yearGroups.filter((code) => code !== "Mixed");
	let rung = ladder.indexOf(yearGroup);
	for (let year = 2010; year <= 2040; year += 1) {
		const september = `${year}-09-01`;
		if (from < september && to >= september) rung += 1;
		if (to < september && from >= september) rung -= 1;
	}
	return ladder[rung] ?? null;
}

describe("what comes next", () => {
	const offered = [
		{ ...knife, yearGroups: ["Y9", "Y10"] as YearGroup[] },
		{ ...gangs, yearGroups: ["Y10"] as YearGroup[] },
		{ id: "online", name: "Online", yearGroups: [] },
		{ id: "primary", name: "Safe at home", yearGroups: ["Y5"] as YearGroup[] },
	];
	const next = (...sessions: SchoolSession[]) =>
		comesNext(offered, sessions, { date: "2027-01-14", yearGroup: "Y10" }).map(({ id }) => id);

	it("is what suits them and what they had not", () => {
		expect(next()).toEqual(["knife", "gangs", "online"]);
		expect(next(session("2026-02-03"))).toEqual(["gangs", "online"]);
		expect(next(session("2026-02-03", { yearGroups: ["Y8"] }))).toEqual([
			"knife",
			"gangs",
			"online",
		]);
		expect(next(session("2027-01-14", { yearGroups: ["Y10"], delivered: false }))).toEqual([
			"gangs",
			"online",
		]);
	});
});
