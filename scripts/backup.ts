import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { openDatabase } from "#app/data/database.ts";
import { dumpDatabase } from "#app/data/dump.ts";
import { engineOf } from "#app/data/engine.ts";
import { appliedMigrations } from "#app/data/migrate.ts";
import { packBackup } from "#app/gateways/backup-file.ts";
import { databaseUrl, fileArgument, finish } from "./command-line.ts";

/** `npm run backup -- FILE`: a consistent copy, also while Termtime is serving. */
await finish(async () => {
	const { file } = fileArgument("npm run backup -- FILE");
	if (existsSync(file)) throw new Error(`${file} exists already. Choose another name`);
	const url = databaseUrl();
	const folder = await mkdtemp(join(dirname(resolve(file)), ".termtime-backup-"));
	try {
		const dump = join(folder, "dump");
		await dumpDatabase(url, dump);
		const database = openDatabase(url);
		const migration = (await appliedMigrations(database)).at(-1) ?? "";
		await database.close();
		const madeAt = new Date().toISOString();
		const header = { format: 1 as const, engine: engineOf(url), migration, madeAt };
		const { bytes } = await packBackup(dump, file, header);
		return `Backed up to ${file} (${Math.ceil(bytes / 1024)} kB). Keep it somewhere else.`;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
