import { openDatabase } from "#app/data/database.ts";
import { examine } from "#app/data/doctor.ts";
import { databaseUrl, finish, report } from "./command-line.ts";

/** `npm run doctor`: examines the database and says what it found; exit code 1 for any fault. */
await finish(async () => {
	const url = databaseUrl();
	const database = openDatabase(url);
	try {
		if (!report(await examine(database, url)))
			throw new Error("The database has faults: see above");
		return "All is well.";
	} finally {
		await database.close();
	}
});
