import { randomUUID } from "node:crypto";
import { readCoverage, readOpenSchools } from "#app/data/coverage.ts";
import { readCoverageFacts } from "#app/data/coverage-facts.ts";
import type { Database } from "#app/data/database.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { sessionColumns } from "#app/data/sessions.ts";
import { gridOf } from "#app/domain/coverage/grid.ts";
import { byPriority } from "#app/domain/coverage/priority.ts";
import { countStates, pupilShare, survey } from "#app/domain/coverage/survey.ts";
import { windowOf } from "#app/domain/coverage/window.ts";
import { addDays } from "#app/domain/time.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aProgramme, aTheme } from "#tests/factories/programmes.ts";
import { testNow } from "#tests/setup/databases.ts";
import { type Bench, type Measured, medians } from "./bench.ts";
import { withOwnDatabase } from "./own-database.ts";

/** A county, and every open school of England. */
const sizes = [800, 27_000];
const SESSIONS_A_SCHOOL = 4;
const today = testNow.toISOString().slice(0, 10);

/** Schools of every phase, of which three in four were visited, four times each over three years. */
export async function fill(database: Database, schools: number): Promise<void> {
	const team = await aTeamThatCanBook(database);
	const theme = await aTheme(database, { name: "Gangs and county lines" });
	const other = await aProgramme(database, { themeId: theme.id, yearGroups: "Y6,Y8,Y9,Y10" });
	const ages = [
		[4, 11],
		[4, 11],
		[11, 16],
		[11, 18],
	] as const;
	const venues = Array.from({ length: schools }, (_, at) => ({
		id: randomUUID(),
		urn: String(100_000 + at),
		name: `School ${at}`,
		kind: "school",
		phase: at % 4 < 2 ? "primary" : "secondary",
		registerStatus: "open",
		districtCode: team.venue.districtCode,
		lowAge: ages[at % 4]?.[0] ?? 4,
		highAge: ages[at % 4]?.[1] ?? 11,
		pupils: 200 + (at % 1300),
		fsmPercent: (at * 7) % 60,
		latitude: 50 + (at % 500) / 100,
		longitude: -3 + (at % 700) / 150,
		searchText: `school ${at}`,
	}));
	const visits = venues
		.filter((_, at) => at % 4 !== 3)
		.flatMap(({ id }, at) =>
			Array.from({ length: SESSIONS_A_SCHOOL }, (_, nth) => ({ id, number: at * 4 + nth })),
		);
	const sessions = visits.map(({ id: venueId, number }) => {
		const localDate = addDays(today, -((number * 13) % 1000));
		const startsAt = new Date(`${localDate}T09:00Z`);
		const uid = randomUUID();
		return {
			...sessionColumns({
				programmeId: number % 2 ? team.programme.id : other.id,
				teamId: team.team.id,
				venueId,
				room: null,
				status: "delivered",
				startsAt,
				endsAt: new Date(startsAt.getTime() + 3_600_000),
				localDate,
				expectedYoungPeople: 30,
				notes: "",
				prepare: "",
				endReason: null,
				cancelledBy: null,
				overrides: [],
			}),
			id: uid,
			uid,
			organizerToken: uid,
			reference: `JET-2026-${String(number + 1).padStart(4, "0")}`,
			changedAt: testNow,
			createdAt: testNow,
		};
	});
	const closeOuts = sessions.map(({ id }) => ({
		id,
		sessionId: id,
		revision: 1,
		current: true,
		outcome: "delivered",
		counted: "counted",
		youngPeople: 30,
		adults: 1,
		recordedByName: "Bench",
		recordedAt: testNow,
	}));
	const headcounts = sessions.flatMap(({ id }, at) =>
		["Y6", "Y8", "Y9"].slice(at % 3, (at % 3) + 2).map((yearGroup) => ({
			closeOutId: id,
			yearGroup,
			youngPeople: 15,
		})),
	);
	await database.transaction(async (tx) => {
		await insertMany(tx, "Venue", venues);
		await insertMany(tx, "Session", sessions);
		await insertMany(tx, "CloseOut", closeOuts);
		await insertMany(tx, "Headcount", headcounts);
	}, 600_000);
}

async function measure(schools: number): Promise<Measured> {
	return withOwnDatabase(async (database) => {
		await fill(database, schools);
		const { client } = database;
		const window = windowOf({ months: 12, today });
		const highFsm = 30;
		const asked = { window, now: testNow, scope: {}, highFsm };
		/** All that the page counts and lists, but for its words. */
		const page = async () => {
			const read = await readCoverage(client, asked);
			const sorted = read.schools.sort(byPriority);
			const surveyed = survey({ ...read, schools: sorted, window, scope: {}, highFsm });
			const cells = surveyed.flatMap((one) => one.cells);
			return [
				gridOf(surveyed, "district", highFsm),
				countStates(surveyed),
				countStates(cells),
				pupilShare(surveyed),
			];
		};
		const floor = () => Promise.all([readOpenSchools(client), readCoverageFacts(client, asked)]);
		const [ours = 0, reading = 0] = await medians([page, floor], { rounds: 5 });
		return {
			what: `${schools} schools, all of the page`,
			against: "reading the same rows",
			ours,
			floor: reading,
			unit: "ms",
			aim: 3,
		};
	});
}

export const bench: Bench = {
	name: "Coverage",
	async run() {
		const measured: Measured[] = [];
		for (const size of sizes) measured.push(await measure(size));
		return measured;
	},
};
