import { expect, it } from "vitest";
import type { Reader } from "#app/data/database.ts";
import { clashOf } from "#app/data/refusals.ts";
import { takeReferenceNumber } from "#app/data/sessions.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

describeOnBothEngines("a transaction", (world) => {
	it("is not seen before it is finished, and reading does not wait for it", async () => {
		const { client, transaction } = world.database;
		const where = { name: "Half-done Agency" };
		await transaction(async (tx) => {
			await tx.agency.create({ data: where });
			expect(await tx.agency.count({ where })).toBe(1);
			expect(await client.agency.count({ where })).toBe(0);
			expect(await client.$queryRaw`SELECT * FROM "Agency"`).toEqual([]);
		});
		expect(await client.agency.count({ where })).toBe(1);
	});

	it("leaves nothing when it fails", async () => {
		const { client, transaction } = world.database;
		const work = transaction(async (tx) => {
			await tx.theme.create({ data: { name: "Half a theme" } });
			await takeReferenceNumber(tx, "HALF", 2026);
			throw new Error("on purpose");
		});
		await expect(work).rejects.toThrow("on purpose");
		expect(await client.theme.count({ where: { name: "Half a theme" } })).toBe(0);
		expect(await client.referenceCounter.count({ where: { prefix: "HALF" } })).toBe(0);
	});

	it("leaves nothing when the database refuses its last write", async () => {
		const { client } = world.database;
		const booking = await aTeamThatCanBook(world.database);
		const [one, two] = booking.facilitators;
		await aSession(world.database, booking, { facilitatorIds: [two.id] });
		const counts = () =>
			Promise.all([
				client.session.count(),
				client.assignment.count(),
				client.sessionYearGroup.count(),
				client.referenceCounter.findMany(),
			]);
		const before = await counts();
		const work = aSession(world.database, booking, { facilitatorIds: [one.id, two.id] });
		expect(await work.catch(clashOf)).toBe("facilitator_busy");
		expect(await counts()).toEqual(before);
	});

	it("does not keep the next one waiting when it fails", async () => {
		const { client, transaction } = world.database;
		const outcomes = await Promise.allSettled([
			transaction(async () => Promise.reject(new Error("first"))),
			transaction((tx) => tx.theme.create({ data: { name: "After a failure" } })),
			client.theme.create({ data: { name: "Without a transaction" } }),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
		expect(await client.theme.count()).toBe(3); // "Knife crime" is the factories'.
	});

	it("gives each number once when many ask at once", async () => {
		const { transaction } = world.database;
		const taken = await Promise.all(
			Array.from({ length: 100 }, () => transaction((tx) => takeReferenceNumber(tx, "MANY", 2026))),
		);
		expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
	});
});

describeOnBothEngines("both connections", (world) => {
	const value = async (reader: Reader, pragma: string) => {
		const [row] = (await reader.$queryRawUnsafe(`PRAGMA ${pragma}`)) as Record<string, unknown>[];
		return String(Object.values(row ?? {})[0]);
	};

	it.each([
		["journal_mode", "wal"],
		["synchronous", "2"], // FULL
		["foreign_keys", "1"],
	])("of SQLite have %s = %s", async (pragma, expected) => {
		if (world.engine !== "sqlite") return;
		const { client, transaction } = world.database;
		expect(await value(client, pragma)).toBe(expected);
		expect(await transaction((tx) => value(tx, pragma))).toBe(expected);
	});
});
