import { beforeAll, expect, it } from "vitest";
import { applyRegister } from "#app/commands/apply-register.ts";
import { discardImport } from "#app/commands/discard-import.ts";
import { findImport } from "#app/data/imports.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import {
	aCheckedSheet,
	applySheet,
	aReadRegister,
	aReadSheet,
	claim,
} from "#tests/factories/imports.ts";
import { aSmallRegister, aSmallSheet, dice, mutate } from "#tests/factories/mutated-files.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

/** `FUZZ_FILES=10000` brings in as many of each kind. */
const FILES = Number(process.env.FUZZ_FILES ?? 16);
const SCHOOL = "Zephyr Academy";
const LIMIT = 60_000 + FILES * 1000;

/** The file as it is, first; then with something happened to it. */
const mishap = (whole: Buffer, seed: number) => (seed === 0 ? whole : mutate(whole, dice(seed)));

/** What dry runs must leave alone, counted; rows are only ever added by the commands that follow. */
async function standing({ database: { client } }: World) {
	return {
		venues: await client.venue.count(),
		sessions: await client.session.count(),
		closeOuts: await client.closeOut.count(),
		history: await client.historyEntry.count(),
		messages: await client.outboxMessage.count(),
		districts: await client.district.count(),
	};
}

describeOnBothEngines("files that something happened to, brought in", (world) => {
	let team: TeamThatCanBook;
	beforeAll(async () => {
		team = await aTeamThatCanBook(world.database);
		// why the URN: the registers must not take it for a school of theirs.
		await aVenue(world.database, { name: SCHOOL, postcode: "CM9 0ZZ", urn: "912345" });
	});

	it(
		`change nothing before they are applied, and then all that they said: ${FILES} registers`,
		async () => {
			const context = world.context();
			const whole = aSmallRegister();
			const outcomes = new Set<string>();
			for (let seed = 0; seed < FILES; seed += 1) {
				const before = await standing(world);
				const { id, file, counts } = await aReadRegister(context, mishap(whole, seed));
				expect(await standing(world)).toEqual(before);
				outcomes.add(file.status);
				if (file.status !== "checked" || seed % 2 === 1) {
					expect(await discardImport(context, id)).toMatchObject({ ok: true });
					continue;
				}
				const job = await claim(context, id, "register", "checked", "applying");
				// why it may be out of date: all of them are brought in at one moment.
				const { ok } = await applyRegister(context, job);
				const added = ok ? (counts.new ?? 0) : 0;
				expect((await standing(world)).venues).toBe(before.venues + added);
			}
			expect([...outcomes].sort()).toEqual(["checked", "refused"]);
		},
		LIMIT,
	);

	it(
		`change nothing before they are applied, and then all that they said: ${FILES} spreadsheets`,
		async () => {
			const context = world.context();
			const whole = aSmallSheet(SCHOOL, team.programme.name);
			const outcomes = new Set<string>();
			for (let seed = 0; seed < FILES; seed += 1) {
				const before = await standing(world);
				const status = await bringIn(context, mishap(whole, seed), before);
				outcomes.add(status);
			}
			expect([...outcomes].sort()).toEqual(["applied", "columns", "refused"]);
		},
		LIMIT,
	);

	async function bringIn(
		context: ReturnType<World["context"]>,
		content: Buffer,
		before: Awaited<ReturnType<typeof standing>>,
	): Promise<string> {
		const read = await aReadSheet(context, content);
		expect(await standing(world)).toEqual(before);
		if (read.file.status !== "columns") return read.file.status;
		const checked = await aCheckedSheet(context, content, { teamId: team.team.id });
		expect(await standing(world)).toEqual(before);
		const { ready } = (checked.file.result as OldFileResult).counts;
		if (ready === 0) return "columns";
		await applySheet(context, checked.id);
		const { sessions, closeOuts } = await standing(world);
		expect({ sessions, closeOuts }).toEqual({
			sessions: before.sessions + ready,
			closeOuts: before.closeOuts + ready,
		});
		return (await findImport(world.database.client, checked.id))?.status ?? "gone";
	}
});
