import Sqlite from "better-sqlite3";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { sqlitePath } from "#app/data/engine.ts";
import { findSession } from "#app/data/sessions.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { anAgency } from "#tests/factories/organisations.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

/** The column as the database itself prints it, past Prisma. */
async function asStored({ engine, url }: World, reference: string): Promise<string> {
	if (engine === "sqlite") {
		const file = new Sqlite(sqlitePath(url), { readonly: true });
		const row = file
			.prepare(`SELECT "startsAt" AS text FROM "Session" WHERE "reference" = ?`)
			.get(reference);
		file.close();
		return (row as { text: string }).text;
	}
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query(
		`SELECT "startsAt"::text AS text FROM "Session" WHERE "reference" = $1`,
		[reference],
	);
	await client.end();
	return rows[0].text;
}

describeOnBothEngines("times", (world) => {
	let booking: TeamThatCanBook;
	beforeAll(async () => {
		booking = await aTeamThatCanBook(world.database);
	});

	it("are kept in a place whose clocks are neither London's nor UTC's", async () => {
		expect(new Date("2027-01-14T00:00:00Z").getTimezoneOffset()).toBe(-345);
		if (world.engine === "sqlite") return;
		const rows = await world.database.client.$queryRawUnsafe("SHOW timezone");
		expect(rows).toEqual([{ TimeZone: "Asia/Kathmandu" }]);
	});

	it.each([
		["before the clocks go forward", "2027-03-28T00:30:00.000Z"],
		["after the clocks went forward", "2027-03-28T01:30:00.000Z"],
		["before the clocks go back", "2027-10-31T00:30:00.000Z"],
		["after the clocks went back", "2027-10-31T01:30:00.000Z"],
		["an hour that Kathmandu counts to the next day", "2027-01-14T18:30:00.000Z"],
		["to the millisecond", "2027-01-14T09:00:00.123Z"],
		["on a leap day", "2028-02-29T23:59:59.999Z"],
		["long ago", "1990-01-01T00:00:00.000Z"],
	])("come back as they went in: %s", async (_what, iso) => {
		const startsAt = new Date(iso);
		const { reference } = await aSession(world.database, booking, { startsAt });
		const read = await findSession(world.database.client, reference);
		expect(read?.startsAt.toISOString()).toBe(iso);
		expect(read?.assignments[0]?.startsAt.toISOString()).toBe(iso);
		const stored = await asStored(world, reference);
		expect(stored.slice(0, 19).replace(" ", "T")).toBe(iso.slice(0, 19));
	});

	it("are compared as instants, to the millisecond", async () => {
		const startsAt = new Date("2029-07-02T09:00:00.500Z");
		const { reference } = await aSession(world.database, booking, { startsAt });
		const found = async (bounds: { gte?: Date; gt?: Date; lt?: Date }) => {
			const rows = await world.database.client.session.findMany({
				where: { reference, startsAt: bounds },
			});
			return rows.length;
		};
		expect(await found({ gte: startsAt })).toBe(1);
		expect(await found({ gt: startsAt })).toBe(0);
		expect(await found({ lt: startsAt })).toBe(0);
		expect(await found({ lt: new Date(startsAt.getTime() + 1) })).toBe(1);
		expect(await found({ gt: new Date(startsAt.getTime() - 1) })).toBe(1);
	});

	it("of the database's own making are of this moment", async () => {
		const before = Date.now();
		const agency = await anAgency(world.database, { name: "Northmoor Fire and Rescue" });
		const person = { name: "Wes Teale", email: "wes@team.test", agencyId: agency.id };
		const user = await world.database.client.user.create({
			data: { name: "Wes", email: "wes@team.test", person: { create: person } },
		});
		expect(user.createdAt.getTime()).toBeGreaterThanOrEqual(before - 1);
		expect(user.createdAt.getTime()).toBeLessThanOrEqual(Date.now() + 1);
	});
});
