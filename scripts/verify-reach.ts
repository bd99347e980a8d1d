import { openDatabase } from "#app/data/database.ts";
import { keptReach } from "#app/data/doctor.ts";
import { remakeKeptReach } from "#app/data/keep-reach.ts";
import { databaseUrl, finish, report } from "./command-line.ts";

const USAGE = "npm run reach:verify [-- --remake]";

/**
 * `npm run reach:verify`: counts all reach that is kept ready anew from the sessions, in another way
 * than it was written, and says what differs; exit code 1 when anything does. `--remake` first
 * makes it anew.
 */
await finish(async () => {
	const given = process.argv.slice(2);
	if (given.some((word) => word !== "--remake")) throw new Error(`Usage: ${USAGE}`);
	const database = openDatabase(databaseUrl());
	try {
		if (given.length > 0) await remakeKeptReach(database);
		if (!report([await keptReach(database)])) {
			throw new Error(
				"The reach that is kept differs from the sessions. To make it anew: npm run reach:verify -- --remake",
			);
		}
		return "The reach that is kept is what the sessions say.";
	} finally {
		await database.close();
	}
});
