import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDiff } from "#app/data/migrate.ts";
import { prismaFolder } from "#prisma/schema-text.ts";

/**
 * `npm run migration -- NAME`: writes the SQL that brings both engines from their migrations to
 * schema.prisma. PostgreSQL needs a server for its shadow database: POSTGRES_URL.
 */
const name = process.argv[2];
const postgres = process.env.POSTGRES_URL;
if (!name || !/^[a-z0-9-]+$/.test(name) || !postgres) {
	console.error("Usage: POSTGRES_URL=postgresql://… npm run migration -- name-of-change");
	process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
for (const [engine, url] of [
	["sqlite", "file:./data/shadow.db"],
	["postgresql", postgres],
] as const) {
	const { text } = await schemaDiff(url, { script: true });
	const folder = join(
		prismaFolder(),
		"migrations",
		engine,
		`${stamp}_${name.replaceAll("-", "_")}`,
	);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "migration.sql"), text);
	console.log(`Wrote ${engine}/${stamp}_${name}/migration.sql: read it before you commit it.`);
}
process.exit(0);
