import { beforeAll, describe, expect, it } from "vitest";
import { applyOldSessions } from "#app/commands/apply-old-sessions.ts";
import { chooseColumns } from "#app/commands/choose-columns.ts";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { undoImport } from "#app/commands/undo-import.ts";
import { readHistory } from "#app/data/history.ts";
import { findLastApplied } from "#app/data/imports.ts";
import { readReach } from "#app/data/reach.ts";
import { checkReach } from "#app/data/reach-check.ts";
import { findSession } from "#app/data/sessions.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aCheckedSheet, answer, applySheet, aReadSheet, claim } from "#tests/factories/imports.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";

/** A team with a venue whose name nothing else is like, and sheets about it. */
async function aTeamWithAPast(world: World) {
	const team = await aTeamThatCanBook(world.database);
	const name = `Zephyr${team.venue.urn} Academy`;
	const venue = await aVenue(world.database, { name, postcode: "ZZ1 1AA" });
	const row = (date: string, changed: Record<string, string> = {}) => {
		const cells = {
			date,
			start: "9:30",
			school: name,
			session: team.programme.name,
			year: "Year 8",
			pupils: "28",
			adults: "2",
			notes: "x",
			...changed,
		};
		return Object.values(cells).join(",");
	};
	const sheet = (...rows: string[]) =>
		["Date,Start time,School,Session,Year group,Pupils,Staff,Notes", ...rows, ""].join("\r\n");
	return { ...team, venue, name, row, sheet };
}

function resultOf({ file }: { file: { result: unknown } }): OldFileResult {
	return file.result as OldFileResult;
}

/** The reach of that September, as pages show it. */
async function readTotal(world: World) {
	const filter = { from: "2024-09-01", to: "2024-09-30" };
	const query = { chosen: { filter, chosen: {}, searchedPeople: [] }, now: testNow };
	const { total } = await readReach(world.database.client, query, []);
	const { sessions, youngPeople, adults } = total;
	return { sessions, youngPeople, adults };
}

function sessionsOf(world: World, importId: string) {
	return world.database.client.session.findMany({
		where: { importId },
		orderBy: { reference: "asc" },
		include: {
			closeOuts: { include: { headcounts: true } },
			yearGroups: true,
			assignments: true,
			invites: true,
		},
	});
}

describeOnBothEngines("past sessions", (world) => {
	it("are touched by nothing until they are applied, and then are delivered, closed out and marked", async () => {
		const { row, sheet, team, venue, programme } = await aTeamWithAPast(world);
		const context = world.context();
		const content = sheet(row("3 Sep 2024"), row("25/9/24", { year: "Y8 & Y9", pupils: "c. 55" }));
		const checked = await aCheckedSheet(context, content, { teamId: team.id });
		expect(checked.file.status).toBe("checked");
		expect(resultOf(checked)).toMatchObject({
			counts: { ready: 2, asks: 0, duplicate: 0, error: 0, left_out: 0 },
			youngPeople: 83,
			adults: 4,
		});
		expect(await sessionsOf(world, checked.id)).toEqual([]);

		const before = await world.database.client.outboxMessage.count();
		expect((await applySheet(context, checked.id)).applied).toEqual({ ok: true });
		const sessions = await sessionsOf(world, checked.id);
		expect(sessions).toMatchObject([
			{
				reference: expect.stringMatching(/^JET-2024-\d{4}$/),
				status: "delivered",
				occupies: true,
				venueId: venue.id,
				programmeId: programme.id,
				localDate: "2024-09-03",
				startsAt: new Date("2024-09-03T08:30:00Z"),
				endsAt: new Date("2024-09-03T09:30:00Z"),
				notes: "Brought in from old.csv, line 2.",
				yearGroups: [{ yearGroup: "Y8" }],
				closeOuts: [
					{
						revision: 1,
						current: true,
						counted: "counted",
						youngPeople: 28,
						adults: 2,
						recordedByName: context.actor.name,
						headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
					},
				],
			},
			{
				yearGroups: expect.arrayContaining([expect.objectContaining({ yearGroup: "Y9" })]),
				closeOuts: [
					{ counted: "estimated", headcounts: [{ yearGroup: "Mixed", youngPeople: 55 }] },
				],
			},
		]);
		expect(sessions.flatMap(({ assignments, invites }) => [...assignments, ...invites])).toEqual(
			[],
		);
		expect(await world.database.client.outboxMessage.count()).toBe(before);
		const history = await readHistory(world.database.client, "session", sessions[0]?.id ?? "");
		expect(history).toMatchObject([
			{
				what: "Imported",
				changes: [
					{ label: "File", to: "old.csv, line 2" },
					{ label: "Young people", to: "28" },
				],
			},
		]);
		expect(await findSession(world.database.client, sessions[0]?.reference ?? "")).toMatchObject({
			closeOut: { youngPeople: 28 },
		});
		expect(await readTotal(world)).toEqual({ sessions: 2, youngPeople: 83, adults: 4 });
	});

	it("take references of the year in which they were held, after those that are used", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const context = world.context();
		const { id } = await aCheckedSheet(
			context,
			sheet(row("3 Sep 2019"), row("4 Sep 2018"), row("5 Sep 2019")),
			{ teamId: team.id },
		);
		await applySheet(context, id);
		const references = (await sessionsOf(world, id)).map(({ reference }) => reference);
		expect(references).toEqual(["JET-2018-0001", "JET-2019-0001", "JET-2019-0002"]);
	});

	it("may overlap, as old diaries do, also with what is booked", async () => {
		const found = await aTeamWithAPast(world);
		await aSession(world.database, found, {
			venueId: found.venue.id,
			startsAt: new Date("2025-05-06T08:00:00Z"),
		});
		const content = found.sheet(
			found.row("6 May 2025", { pupils: "20" }),
			found.row("6 May 2025", { pupils: "21" }),
		);
		const { id } = await aCheckedSheet(world.context(), content, { teamId: found.team.id });
		await applySheet(world.context(), id);
		expect(await sessionsOf(world, id)).toHaveLength(2);
	});

	it("wait for what only the coordinator can say", async () => {
		const { row, sheet, team, name, programme } = await aTeamWithAPast(world);
		const context = world.context();
		const short = name.replace(" Academy", "");
		const rows = [
			row("3/9/24"),
			row("3 Oct 2024", { school: short }),
			row("4 Oct 2024", { session: "Knives" }),
		];
		const { id, ...checked } = await aCheckedSheet(context, sheet(...rows), { teamId: team.id });
		const { counts, questions } = resultOf(checked);
		expect(counts).toMatchObject({ ready: 0, asks: 3 });
		expect(questions.dates).toEqual([
			{ text: "3/9/24", dayFirst: "2024-09-03", monthFirst: "2024-03-09", rows: 1 },
		]);
		expect(questions.venues).toMatchObject([{ place: { name: short }, why: "alike", rows: 1 }]);
		expect(questions.programmes).toEqual([{ key: "knives", text: "Knives", rows: 1 }]);

		const [venue] = questions.venues;
		const half = await answer(context, id, {
			dateOrder: "month",
			venues: { [venue?.key ?? ""]: venue?.candidates[0]?.id ?? "" },
		});
		expect(resultOf(half).counts).toMatchObject({ ready: 2, asks: 1 });
		const whole = await answer(context, id, { programmes: { knives: programme.id } });
		expect(resultOf(whole).counts).toMatchObject({ ready: 3, asks: 0 });
		expect(whole.rows[0]?.detail).toMatchObject({ session: { date: "2024-03-09" } });
	});

	it("may have been held at a place outside the register, which is made for them and taken back", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const context = world.context();
		const content = sheet(
			row("3 Sep 2024", { school: "Quayside Xylophone Club" }),
			row("4 Sep 2024", { school: "QUAYSIDE XYLOPHONE CLUB" }),
		);
		const { id, ...checked } = await aCheckedSheet(context, content, { teamId: team.id });
		const key = resultOf(checked).questions.venues[0]?.key ?? "";
		await answer(context, id, { venues: { [key]: "new" } });
		const applied = await applySheet(context, id);
		const [first, second] = await sessionsOf(world, id);
		expect(first?.venueId).toBe(second?.venueId);
		const place = { where: { id: first?.venueId ?? "" } };
		expect(await world.database.client.venue.findUnique(place)).toMatchObject({
			name: "Quayside Xylophone Club",
			kind: "other",
		});
		expect(resultOf(applied).places).toEqual([first?.venueId]);

		await undoImport(context, await claim(context, id, "sessions", "applied", "undoing"));
		expect(await world.database.client.venue.findUnique(place)).toBeNull();
	});

	it("that are there already are not brought in twice", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const content = sheet(row("7 Sep 2024"), row("8 Sep 2024"), row("8 Sep 2024"));
		const context = world.context();
		const first = await aCheckedSheet(context, content, { teamId: team.id });
		expect(resultOf(first).counts).toMatchObject({ ready: 2, duplicate: 1 });
		await applySheet(context, first.id);

		const again = await aCheckedSheet(context, content, { teamId: team.id });
		expect(resultOf(again).counts).toMatchObject({ ready: 0, duplicate: 3 });
		const [session] = await sessionsOf(world, first.id);
		expect(again.rows[0]?.detail).toMatchObject({ sameAs: session?.reference });
		const kept = await answer(context, again.id, { keep: [4] });
		expect(resultOf(kept).counts).toMatchObject({ ready: 1, duplicate: 2 });
	});

	it("with rows that cannot be read leave those out, by line", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const content = sheet(row("3 Sep 2024"), row("31/2/2024"), row("soon", { pupils: "many" }));
		const checked = await aCheckedSheet(world.context(), content, { teamId: team.id });
		expect(resultOf(checked).counts).toMatchObject({ ready: 1, error: 2 });
		expect(checked.rows.filter(({ outcome }) => outcome === "error")).toMatchObject([
			{ line: 3, detail: { problems: ["There is no such date: “31/2/2024”"] } },
			{
				line: 4,
				detail: {
					problems: [
						"The date cannot be read: “soon”",
						"The number of young people is not a whole number: “many”",
					],
				},
			},
		]);
	});

	it("can be taken back as a whole, corrections included, keeping their history", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const context = world.context();
		const { id } = await aCheckedSheet(context, sheet(row("9 Sep 2024"), row("10 Sep 2024")), {
			teamId: team.id,
		});
		await applySheet(context, id);
		const [session] = await sessionsOf(world, id);
		const closeOut = {
			outcome: "delivered",
			headcounts: [{ yearGroup: "Y8", youngPeople: 30 }],
			adults: 2,
			counted: "counted",
			followUps: [],
			note: undefined,
		} as const;
		const target = { reference: session?.reference ?? "", version: 1 };
		const corrected = await correctCloseOut(context, target, {
			closeOut: { ...closeOut, headcounts: [...closeOut.headcounts], followUps: [] },
			reason: "Counted again",
		});
		expect(corrected.ok).toBe(true);

		const question = await world.database.client.evaluationQuestion.create({
			data: {
				asks: "pupils",
				versions: {
					create: {
						version: 1,
						text: "Carrying a knife makes me feel safer",
						better: "disagree",
						createdAt: context.now,
						createdByName: context.actor.name,
					},
				},
			},
			include: { versions: true },
		});
		await world.database.client.evaluationTotal.create({
			data: {
				sessionId: session?.id ?? "",
				versionId: question.versions[0]?.id ?? "",
				moment: "before",
				bySchool: false,
				...{ agree: 4, unsure: 3, disagree: 21 },
				enteredAt: context.now,
				enteredByName: context.actor.name,
			},
		});

		const soundBefore = await checkReach(world.database.client, 1);
		await undoImport(context, await claim(context, id, "sessions", "applied", "undoing"));
		expect(await sessionsOf(world, id)).toEqual([]);
		for (const { count } of [soundBefore, await checkReach(world.database.client, 1)]) {
			expect(count).toBe(0);
		}
		expect(await world.database.client.import.findUniqueOrThrow({ where: { id } })).toMatchObject({
			status: "undone",
		});
		expect(await world.database.client.importRow.count({ where: { importId: id } })).toBe(0);
		const history = await readHistory(world.database.client, "session", session?.id ?? "");
		expect(history.map(({ what }) => what)).toEqual([
			"Import undone",
			expect.any(String),
			"Imported",
		]);
	});

	it("that are stopped in the middle leave nothing behind", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const context = world.context();
		const { id } = await aCheckedSheet(context, sheet(row("11 Sep 2024")), { teamId: team.id });
		const job = await claim(context, id, "sessions", "checked", "applying");
		await expect(
			applyOldSessions(context, { ...job, signal: AbortSignal.abort() }),
		).rejects.toThrow();
		expect(await sessionsOf(world, id)).toEqual([]);
		expect(await applyOldSessions(context, job)).toEqual({ ok: true });
		expect(await sessionsOf(world, id)).toHaveLength(1);
	});

	it("remember which column was which", async () => {
		const { row, sheet, team } = await aTeamWithAPast(world);
		const context = world.context({ now: new Date("2026-11-25T10:00:00Z") });
		const { id } = await aCheckedSheet(context, sheet(row("12 Sep 2024")), { teamId: team.id });
		await applySheet(context, id);
		const last = await findLastApplied(world.database.client, "sessions");
		const remembered = { date: "date", school: "venue", pupils: "youngPeople", notes: "" };
		expect(last).toMatchObject({ options: { remembered } });
	});
});

describeOnBothEngines("a spreadsheet of past sessions", (world) => {
	let found: TeamThatCanBook;

	beforeAll(async () => {
		found = await aTeamThatCanBook(world.database);
	});

	it.each([
		["UTF-8", Buffer.from("Date,School,Pupils\n3 Sep 2024,Café,28\n")],
		["UTF-8 with a mark", Buffer.from("\uFEFFDate,School,Pupils\n3 Sep 2024,Café,28\n")],
		["UTF-16", Buffer.from("\uFEFFDate\tSchool\tPupils\r\n3 Sep 2024\tCafé\t28\r\n", "utf16le")],
		[
			"Windows-1252 with semicolons",
			Buffer.from("Date;School;Pupils\n3 Sep 2024;Café;28\n", "latin1"),
		],
		[
			"with a line that says its delimiter",
			Buffer.from("sep=;\r\nDate;School;Pupils\r\n3 Sep 2024;Café;28\r\n"),
		],
		[
			"with empty columns behind and rows below",
			Buffer.from("Date,School,Pupils,,\r\n3 Sep 2024,Café,28,,\r\n,,,,\r\n"),
		],
	])("is read in %s", async (_, content) => {
		const read = await aReadSheet(world.context(), content);
		expect(read.file).toMatchObject({
			status: "columns",
			result: { headers: ["Date", "School", "Pupils"], rows: 1 },
		});
		expect(read.rows.map(({ cells }) => cells)).toEqual([["3 Sep 2024", "Café", "28"]]);
	});

	it.each([
		["empty", "", { reason: "empty" }],
		["a header alone", "Date,School\n,,\n", { reason: "no_rows" }],
		["a workbook", "PK\u0003\u0004[Content_Types].xml", { reason: "spreadsheet" }],
		["binary", "Date,School\n\u0000,b\n", { reason: "not_csv", looksLike: "binary" }],
		["broken by a quote", 'Date,School\n3 Sep,"Caf', { reason: "unclosed_quote", line: 2 }],
	])("is refused when it is %s", async (_, content, refusal) => {
		const read = await aReadSheet(world.context(), content);
		expect(read.file).toMatchObject({ status: "refused", result: { refusal } });
		expect(read.rows).toEqual([]);
	});

	it("is refused when it is longer than anybody's past", async () => {
		const rows = Array.from({ length: 20_001 }, (_, at) => `${at},x`).join("\n");
		const read = await aReadSheet(world.context(), `Date,School\n${rows}\n`);
		expect(read.file).toMatchObject({
			status: "refused",
			result: { refusal: { reason: "too_many_rows", max: 20_000 } },
		});
	});

	describe("whose columns are chosen", () => {
		const choice = { programmeId: null, counted: "counted", columns: [] } as const;

		it("needs a team and a programme that are there", async () => {
			const { id } = await aReadSheet(world.context(), "Date,School\n3 Sep 2024,x\n");
			const choose = (changed: object) =>
				chooseColumns(world.context(), id, {
					...choice,
					columns: [],
					teamId: found.team.id,
					...changed,
				});
			expect(await choose({ teamId: "nobody" })).toEqual({
				ok: false,
				reason: "unknown_choice",
				field: "teamId",
			});
			expect(await choose({ programmeId: "nothing" })).toEqual({
				ok: false,
				reason: "unknown_choice",
				field: "programmeId",
			});
			expect(await choose({})).toEqual({ ok: true });
		});

		it("is one that was read", async () => {
			const columns = { ...choice, columns: [], teamId: found.team.id };
			expect(await chooseColumns(world.context(), "nowhere", columns)).toEqual({
				ok: false,
				reason: "not_found",
			});
			const refused = await aReadSheet(world.context(), "");
			expect(await chooseColumns(world.context(), refused.id, columns)).toMatchObject({
				reason: "wrong_state",
			});
		});
	});
});
