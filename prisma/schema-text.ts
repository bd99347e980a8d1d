import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The prisma/ folder, found upwards, because the built server lies two folders deeper. */
export function prismaFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "prisma", "schema.prisma"))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error("prisma/schema.prisma is not beside the program");
		folder = parent;
	}
	return join(folder, "prisma");
}

/** schema.prisma as written: the SQLite client's. */
export function sqliteSchema(): string {
	return readFileSync(join(prismaFolder(), "schema.prisma"), "utf8");
}

/** The same text for PostgreSQL: only the provider and the client's folder differ. */
export function postgresqlSchema(): string {
	return sqliteSchema()
		.replace('provider = "sqlite"', 'provider = "postgresql"')
		.replace("../app/data/generated/sqlite", "../app/data/generated/postgresql");
}
