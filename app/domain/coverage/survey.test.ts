import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactBook, type FactRow } from "#app/domain/coverage/fact-book.ts";
import { gridGroupings, gridOf } from "#app/domain/coverage/grid.ts";
import { heirsOf } from "#app/domain/coverage/heirs.ts";
import { priorities, priorityOf } from "#app/domain/coverage/priority.ts";
import type { CoverageState } from "#app/domain/coverage/states.ts";
import {
	type CoverageSchool,
	countStates,
	pupilShare,
	type SurveyScope,
	survey,
} from "#app/domain/coverage/survey.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

/** What a session was for a year group, by the week: 0 is the window's first, below it is before. */
interface Event {
	venue: number;
	theme: number;
	yearGroup: YearGroup;
	week: number;
	kind: FactRow["kind"];
}

interface World {
	/** Which school each became, by position; none for most. */
	successors: (number | null)[];
	grades: YearGroup[][];
	ungraded: boolean[];
	pupils: (number | null)[];
	fsm: (number | null)[];
	marked: boolean[];
	districts: (string | null)[];
	themes: YearGroup[][];
	events: Event[];
}

const SCHOOLS = 6;
const HIGH_FSM = 30;
const window = { from: "2026-01-05", to: null };
const groups = ["Y7", "Y8", "Y9", "Mixed"] as const satisfies readonly YearGroup[];
const each = <Value>(value: fc.Arbitrary<Value>) =>
	fc.array(value, { minLength: SCHOOLS, maxLength: SCHOOLS });

const world: fc.Arbitrary<World> = fc.record({
	successors: each(fc.option(fc.integer({ min: 0, max: SCHOOLS - 1 }), { freq: 2 })),
	grades: each(fc.subarray(["Y7", "Y8", "Y9"] as YearGroup[])),
	ungraded: each(fc.boolean()),
	pupils: each(fc.option(fc.integer({ min: 0, max: 2000 }))),
	fsm: each(fc.option(fc.constantFrom(0, 29.9, 30, 61))),
	marked: each(fc.boolean()),
	districts: each(fc.constantFrom("E1", "E2", null)),
	themes: fc.array(fc.subarray([...groups] as YearGroup[]), { minLength: 2, maxLength: 2 }),
	events: fc.array(
		fc.record({
			venue: fc.integer({ min: 0, max: SCHOOLS - 1 }),
			theme: fc.integer({ min: 0, max: 1 }),
			yearGroup: fc.constantFrom(...groups),
			week: fc.integer({ min: -4, max: 4 }),
			kind: fc.constantFrom("delivered", "booked", "declined", "awaiting"),
		}),
		{ maxLength: 25 },
	),
});

const day = (week: number) => new Date(Date.UTC(2026, 0, 5 + week * 7)).toISOString().slice(0, 10);

const schoolsOf = (made: World): CoverageSchool[] =>
	made.grades.map((grades, at) => ({
		id: `s${at}`,
		name: `School ${at}`,
		districtCode: made.districts[at] ?? null,
		phase: null,
		pupils: made.pupils[at] ?? null,
		fsmPercent: made.fsm[at] ?? null,
		priority: made.marked[at] ?? false,
		grades,
		ungraded: made.ungraded[at] ?? false,
	}));

function surveyed(made: World, scope: SurveyScope = {}) {
	const rows = made.events.map(
		({ venue, theme, yearGroup, week, kind }, at): FactRow => ({
			venueId: `s${venue}`,
			themeId: `t${theme}`,
			yearGroup,
			kind,
			mark: { date: day(week), reference: `JET-2026-${at}`, venueId: `s${venue}` },
		}),
	);
	const venues = made.successors.map((successor, at) => ({
		id: `s${at}`,
		successorId: successor === null ? null : `s${successor}`,
	}));
	return survey({
		schools: schoolsOf(made),
		themes: made.themes.map((yearGroups, at) => ({
			id: `t${at}`,
			yearGroups: new Set(yearGroups),
		})),
		facts: new FactBook(rows, heirsOf(venues)),
		window,
		scope,
		highFsm: HIGH_FSM,
	});
}

/** Whether what happened at one place counts for a school: it is that one, or becomes it in time. */
function countsFor(made: World, venue: number, school: number): boolean {
	let at: number | null = venue;
	for (let step = 0; step <= SCHOOLS && at !== null; step += 1) {
		if (at === school) return true;
		at = made.successors[at] ?? null;
	}
	return false;
}

/** The state of a cell the slow way, straight from the events; null where there is no such cell. */
function slowState(made: World, school: number, theme: number, group: YearGroup) {
	const offered = made.themes[theme] ?? [];
	const grades = made.grades[school] ?? [];
	const ungraded = made.ungraded[school];
	const own = made.events.filter(
		(event) =>
			event.theme === theme &&
			(ungraded || event.yearGroup === group) &&
			countsFor(made, event.venue, school),
	);
	const has = (kind: Event["kind"], recent: boolean) =>
		own.some((event) => event.kind === kind && (!recent || event.week >= 0));
	const state: CoverageState = has("delivered", true)
		? "covered"
		: has("booked", false)
			? "booked"
			: has("declined", true)
				? "declined"
				: has("delivered", false)
					? "overdue"
					: "never";
	if (ungraded) {
		const suits = offered.some((one) => one === "Mixed" || grades.includes(one));
		return group === "Mixed" && suits ? state : null;
	}
	if (group === "Mixed") return state === "never" ? null : state;
	return grades.includes(group) && offered.includes(group) ? state : null;
}

const worth: CoverageState[] = ["covered", "booked", "declined", "overdue", "never"];

describe("a survey of schools", () => {
	it("has exactly the cells and states that the events say", () => {
		fc.assert(
			fc.property(world, (made) => {
				const found = surveyed(made).flatMap(({ school, cells }) =>
					cells.map(
						({ theme, yearGroup, state }) => `${school.id} ${theme.id} ${yearGroup} ${state}`,
					),
				);
				const slow: string[] = [];
				for (let school = 0; school < SCHOOLS; school += 1) {
					for (const theme of [0, 1]) {
						for (const group of groups) {
							const state = slowState(made, school, theme, group);
							if (state) slow.push(`s${school} t${theme} ${group} ${state}`);
						}
					}
				}
				expect(found).toEqual(slow);
			}),
			{ numRuns: 200 },
		);
	});

	it("gives a school the best of its cells, and leaves out schools without any", () => {
		fc.assert(
			fc.property(world, (made) => {
				for (const { cells, state } of surveyed(made)) {
					expect(state).toBe(worth.find((one) => cells.some((cell) => cell.state === one)));
				}
			}),
			{ numRuns: 50 },
		);
	});

	it("has in every figure of its grid the schools that the same scope lists", () => {
		fc.assert(
			fc.property(world, (made) => {
				const all = surveyed(made);
				for (const by of gridGroupings) {
					for (const { key, themes, all: any } of gridOf(all, by, HIGH_FSM)) {
						const own = scopeOf(by, key);
						expect(any).toEqual(shareOf(surveyed(made, own)));
						for (const [themeId, share] of themes) {
							expect(share).toEqual(shareOf(surveyed(made, { ...own, themeId })));
						}
					}
				}
			}),
			{ numRuns: 50 },
		);
	});

	it("counts pupils of reached schools against all whose number is known", () => {
		fc.assert(
			fc.property(world, (made) => {
				const all = surveyed(made);
				const { reached, all: pupils, withoutNumber } = pupilShare(all);
				const known = all.filter(({ school }) => school.pupils !== null);
				const sum = (some: typeof all) =>
					some.reduce((total, { school }) => total + Number(school.pupils), 0);
				expect(pupils).toBe(sum(known));
				expect(reached).toBe(sum(known.filter(({ state }) => state === "covered")));
				expect(withoutNumber).toBe(all.length - known.length);
			}),
			{ numRuns: 50 },
		);
	});
});

function scopeOf(by: (typeof gridGroupings)[number], key: string): SurveyScope {
	switch (by) {
		case "district":
			return { districtCode: key === "none" ? null : key };
		case "phase":
			return { phase: "none" };
		case "priority":
			return { priority: priorities.find((one) => one === key) };
		case "year_group":
			return { yearGroup: groups.find((one) => one === key) };
	}
}

function shareOf(units: { state: CoverageState }[]) {
	return { schools: units.length, reached: countStates(units).covered };
}

describe("priorities", () => {
	const school = { name: "A", priority: false, fsmPercent: 30 };
	it.each([
		[{ priority: true, fsmPercent: null }, "marked"],
		[{}, "high_fsm"],
		[{ fsmPercent: 29.9 }, "other"],
		[{ fsmPercent: 0 }, "other"],
		[{ fsmPercent: null }, "unknown"],
	])("of %j: %s", (more, priority) => {
		expect(priorityOf({ ...school, ...more }, 30)).toBe(priority);
	});
});
