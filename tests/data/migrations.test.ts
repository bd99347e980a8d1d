import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#app/data/database.ts";
import { applyMigrations, schemaDiff } from "#app/data/migrate.ts";
import { postgresqlSchema, prismaFolder, sqliteSchema } from "#prisma/schema-text.ts";
import { engines, type OwnDatabase, ownDatabase } from "#tests/setup/databases.ts";
import { startProcess } from "#tests/setup/other-process.ts";

const schemas = { sqlite: sqliteSchema, postgresql: postgresqlSchema };

describe.each(engines)("migrations (%s)", (engine) => {
	const all = readdirSync(join(prismaFolder(), "migrations", engine)).sort();
	let own: OwnDatabase;
	beforeEach(async () => {
		own = await ownDatabase(engine, false);
	});
	afterEach(() => own.remove());

	it("make what schema.prisma says", async () => {
		const { same, text } = await schemaDiff(own.url);
		expect(text).toMatch(/^No difference/);
		expect(same).toBe(true);
	});

	it.each([
		["a column", "room                String?", "chamber String?"],
		["an index", "@@index([localDate, status])", ""],
		["a type", "expectedYoungPeople Int", "expectedYoungPeople String"],
	])("are found wanting when schema.prisma differs by %s", async (_what, text, replacement) => {
		const schema = schemas[engine]().replace(text, replacement);
		expect(schema).not.toBe(schemas[engine]());
		const diff = await schemaDiff(own.url, { schema });
		expect(diff.same).toBe(false);
		expect(diff.text).toContain("Session");
	});

	it("are applied once, in order, and again without effect", async () => {
		expect(await applyMigrations(own.url)).toEqual(all);
		expect(await applyMigrations(own.url)).toEqual([]);
	});

	it("are applied once by two processes that start together", async () => {
		const program = new URL("./migrating-process.ts", import.meta.url);
		const processes = await Promise.all([1, 2].map(() => startProcess(program, [own.url])));
		const applied = await Promise.all(processes.map((process) => process.go()));
		expect(applied).toHaveLength(2);
		expect(applied).toContainEqual(all);
		expect(applied).toContainEqual([]);
		const database = openDatabase(own.url);
		const rows = await database.client.$queryRaw`SELECT migration_name FROM _prisma_migrations`;
		await database.close();
		expect(rows).toHaveLength(all.length);
	});

	it("give a database in which two processes take turns", async () => {
		await applyMigrations(own.url);
		const program = new URL("./counting-process.ts", import.meta.url);
		const processes = await Promise.all([1, 2].map(() => startProcess(program, [own.url, "60"])));
		const taken = await Promise.all(processes.map((process) => process.go() as Promise<number[]>));
		const numbers = taken.flat().sort((one, other) => one - other);
		expect(numbers).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
	});
});
