import { openDatabase } from "#app/data/database.ts";
import { takeReferenceNumber } from "#app/data/sessions.ts";
import { whenTold } from "#tests/setup/other-process.ts";

/** Takes reference numbers, each in a transaction that reads before it writes, as commands do. */
await whenTold(async ([url = "", times = "0"]) => {
	const database = openDatabase(url);
	const taken: number[] = [];
	for (let time = 0; time < Number(times); time += 1) {
		const number = await database.transaction(async (tx) => {
			await tx.team.count();
			return takeReferenceNumber(tx, "JET", 2026);
		});
		taken.push(number);
	}
	await database.close();
	return taken;
});
