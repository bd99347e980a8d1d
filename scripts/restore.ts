import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { openDatabase } from "#app/data/database.ts";
import { examine } from "#app/data/doctor.ts";
import { dumpDatabase, isFree, loadDump } from "#app/data/dump.ts";
import { engineOf, sqlitePath } from "#app/data/engine.ts";
import { ensureKeptReach } from "#app/data/keep-reach.ts";
import { applyMigrations } from "#app/data/migrate.ts";
import { unpackBackup } from "#app/gateways/backup-file.ts";
import { databaseUrl, fileArgument, finish, report } from "./command-line.ts";

/**
 * `npm run restore -- FILE [--replace]`: checks the backup, puts it in place and examines what came
 * of it. A database that is there already is replaced only when asked, and on SQLite kept aside.
 */
await finish(async () => {
	const { file, flags } = fileArgument("npm run restore -- FILE [--replace]", ["--replace"]);
	const url = databaseUrl();
	if (!(await isFree(url)) && !flags.has("--replace")) {
		throw new Error(
			"There is a database already. To replace it, stop Termtime and add --replace to the command",
		);
	}
	const home =
		engineOf(url) === "sqlite" ? dirname(resolve(sqlitePath(url))) : dirname(resolve(file));
	await mkdir(home, { recursive: true });
	const folder = await mkdtemp(join(home, ".termtime-restore-"));
	try {
		const dump = join(folder, "dump");
		const { engine, madeAt } = await unpackBackup(file, dump);
		if (engine !== engineOf(url)) {
			throw new Error(`The backup is of ${engine} and DATABASE_URL names ${engineOf(url)}`);
		}
		if (engine === "sqlite") await provedWhole(dump);
		const kept = await loadDump(url, dump, new Date());
		await applyMigrations(url);
		const database = openDatabase(url);
		await ensureKeptReach(database);
		const sound = report(await examine(database, url));
		await database.close();
		if (!sound) throw new Error("The restored database has faults: see above");
		const before = kept ? ` The database that was there is kept as ${kept}.` : "";
		return `Restored the backup of ${madeAt}.${before}`;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

/** why before anything is moved: what is in place now is better than a backup that does not hold. */
async function provedWhole(dump: string): Promise<void> {
	const copy = `${dump}-copy`;
	await dumpDatabase(`file:${dump}`, copy);
	await applyMigrations(`file:${copy}`);
	const database = openDatabase(`file:${copy}`);
	await ensureKeptReach(database);
	const faults = (await examine(database, `file:${copy}`)).filter(({ count }) => count > 0);
	await database.close();
	if (faults.length > 0) {
		report(faults);
		throw new Error("The backup has faults and was not restored");
	}
}
