import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { postgresqlSchema } from "#prisma/schema-text.ts";

/** Writes the Prisma client of both engines from the one schema. Run after `npm install`. */
mkdirSync("app/data/generated", { recursive: true });
const copy = "app/data/generated/schema-postgresql.prisma";
writeFileSync(copy, postgresqlSchema().replace("../app/data/generated/postgresql", "./postgresql"));

for (const schema of ["prisma/schema.prisma", copy]) {
	const { status } = spawnSync(
		process.execPath,
		["node_modules/prisma/build/index.js", "generate", "--schema", schema, "--no-hints"],
		{
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
		},
	);
	if (status !== 0) process.exit(status ?? 1);
}
