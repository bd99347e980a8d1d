import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { readCoverage, readPredecessors } from "#app/data/coverage.ts";
import type { Mark } from "#app/domain/coverage/states.ts";
import { type SurveyScope, survey } from "#app/domain/coverage/survey.ts";
import { type CoverageWindow, windowOf } from "#app/domain/coverage/window.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import {
	at,
	type Fact,
	insertRegister,
	randomSession,
	register,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";

const today = "2026-11-25";
const windows = [
	windowOf({ months: 12, today }),
	windowOf({ months: 1, today }),
	windowOf({ months: 12, today, year: 2025 }),
	windowOf({ months: 12, today, year: 2026 }),
];

/** Crow Hill became Marsh Lane, which others did before it; Old Ferry goes by its phase. */
const schools = [
	{ venue: 0, with: [0, 1], groups: ["Y7", "Y8", "Y9"], ungraded: false },
	{ venue: 2, with: [2], groups: ["Y7", "Y8", "Y9"], ungraded: false },
	{ venue: 3, with: [3], groups: [], ungraded: true },
];
/** By theme; of the third there is no programme. */
const offered: YearGroup[][] = [["Y7", "Y9", "Mixed"], ["Y8"], []];

async function arrange({ client }: World["database"]): Promise<void> {
	const closed = { retiredAt: testNow, registerStatus: "closed", successorId: "venue-0" };
	const open = { registerStatus: "open", lowAge: 11, highAge: 16 };
	await client.venue.update({ where: { id: "venue-0" }, data: open });
	await client.venue.update({ where: { id: "venue-1" }, data: closed });
	await client.venue.update({ where: { id: "venue-2" }, data: { registerStatus: "closing" } });
	await client.venue.update({ where: { id: "venue-3" }, data: { kind: "alternative_provision" } });
	for (const [id, yearGroups] of [
		["programme-0", "Y7,Y9"],
		["programme-1", "Mixed"],
		["programme-2", "Y8"],
	] as const) {
		await client.programme.update({ where: { id }, data: { yearGroups } });
	}
	await client.programme.create({
		data: {
			id: "retired",
			name: "Retired",
			slug: "retired",
			themeId: "theme-never",
			lengthMinutes: 60,
			yearGroups: "Y8",
			retiredAt: testNow,
		},
	});
	const venue = { kind: "school", lowAge: 11, highAge: 16, phase: "secondary", searchText: "" };
	await client.venue.createMany({
		data: [
			{ ...venue, id: "gone", name: "Gone", registerStatus: "gone" },
			{ ...venue, id: "retired", name: "Retired", retiredAt: testNow },
			{ ...venue, id: "club", name: "Club", kind: "youth_club" },
			{ ...venue, id: "nursery", name: "Nursery", lowAge: 2, highAge: 4 },
		],
	});
}

/** The cells the slow way: every session looked at for every cell. */
function slowCells(facts: readonly Fact[], { from, to }: CoverageWindow): string[] {
	return schools.flatMap(({ venue, with: places, groups, ungraded }) =>
		[0, 1].flatMap((theme) => {
			const own = facts.filter(
				(fact) =>
					places.includes(fact.venue) &&
					at(register.programmes, fact.programme).theme === theme &&
					(to === null || fact.localDate <= to),
			);
			const suited = offered[theme] ?? [];
			const asked = ungraded
				? (["Mixed"] as const).filter(() => suited.includes("Mixed"))
				: ([...groups.filter((one) => suited.includes(one as YearGroup)), "Mixed"] as YearGroup[]);
			return asked.flatMap((group) => {
				const of = (has: (fact: Fact) => boolean, codes: (fact: Fact) => readonly string[]) =>
					own
						.filter(
							(fact) =>
								has(fact) && (ungraded ? codes(fact).length > 0 : codes(fact).includes(group)),
						)
						.map(({ localDate, reference }) => `${localDate} ${reference}`)
						.sort();
				const booked = (fact: Fact) => fact.booked;
				const came = ({ heads }: Fact) =>
					heads.filter(([, heads]) => heads > 0).map(([code]) => code);
				const past = ({ endsAt }: Fact) => endsAt <= testNow;
				const delivered = of(({ status }) => status === "delivered", came).at(-1);
				const next = of(
					(fact) => ["provisional", "confirmed"].includes(fact.status) && !past(fact),
					booked,
				)[0];
				const declined = of(
					(fact) => fact.status === "cancelled" && fact.cancelledBy === "school",
					booked,
				).at(-1);
				const awaiting = of((fact) => fact.status === "confirmed" && past(fact), booked).at(-1);
				const state =
					delivered && delivered >= from
						? "covered"
						: next
							? "booked"
							: declined && declined >= from
								? "declined"
								: delivered
									? "overdue"
									: "never";
				if (!ungraded && group === "Mixed" && state === "never") return [];
				const id = at(register.venues, venue).id;
				const marks = [delivered, next, declined, awaiting].map((mark) => mark ?? "-");
				return [[id, at(register.themes, theme).id, group, state, ...marks].join(" | ")];
			});
		}),
	);
}

async function cells(world: World, window: CoverageWindow, scope: SurveyScope = {}) {
	const asked = { window, now: testNow, scope, highFsm: 30 };
	const read = await readCoverage(world.database.client, asked);
	const text = (mark: Mark | null) => (mark ? `${mark.date} ${mark.reference}` : "-");
	return survey({ ...read, ...asked }).flatMap((one) =>
		one.cells.map(({ theme, yearGroup, state, facts }) => {
			const { delivered, booked, declined, awaiting } = facts;
			const marks = [delivered, booked, declined, awaiting].map(text);
			return [one.school.id, theme.id, yearGroup, state, ...marks].join(" | ");
		}),
	);
}

describeOnBothEngines("coverage", (world) => {
	beforeAll(async () => {
		await insertRegister(world.database);
		await arrange(world.database);
	});

	it("is what looking at every session says, for every window and scope", async () => {
		const dataset = fc.array(randomSession, { minLength: 10, maxLength: 40 });
		const property = fc.asyncProperty(dataset, async (sessions) => {
			const facts = await replaceSessions(world.database, sessions);
			for (const window of windows) {
				const slow = slowCells(facts, window).sort();
				expect((await cells(world, window)).sort()).toEqual(slow);
				const inBraintree = await cells(world, window, { districtCode: "E07000067" });
				expect(inBraintree.sort()).toEqual(slow.filter((cell) => cell.startsWith("venue-2")));
				const knife = await cells(world, window, { themeId: "theme-knife", districtCode: null });
				expect(knife.sort()).toEqual(
					slow.filter((cell) => cell.startsWith("venue-3 | theme-knife")),
				);
			}
		});
		await fc.assert(property, { numRuns: 6 });
	});

	it("follows schools back over several names, and stops where a register goes in a circle", async () => {
		const { client } = world.database;
		const venue = { kind: "school", searchText: "", retiredAt: testNow };
		await client.venue.createMany({
			data: [
				{ ...venue, id: "older", name: "Older", successorId: "venue-1" },
				{ ...venue, id: "beside", name: "Beside", successorId: "venue-0" },
			],
		});
		await client.venue.create({ data: { ...venue, id: "circle", name: "C", successorId: null } });
		await client.venue.update({ where: { id: "circle" }, data: { successorId: "circle" } });
		expect(await readPredecessors(client, "venue-0")).toEqual([
			{ id: "beside", name: "Beside" },
			{ id: "venue-1", name: "Crow Hill School" },
			{ id: "older", name: "Older" },
		]);
		expect(await readPredecessors(client, "circle")).toEqual([]);
	});
});
