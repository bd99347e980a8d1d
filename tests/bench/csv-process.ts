import { openDatabase } from "#app/data/database.ts";
import { exportSessions } from "#app/data/session-list.ts";
import { eachVenueReach } from "#app/data/venue-reach.ts";
import { openLog } from "#app/gateways/log.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { testNow } from "#tests/setup/databases.ts";
import { FIRST_YEAR, YEARS } from "./archive.ts";

/**
 * Writes one file of a whole archive for a reader that takes it as it comes, in a process of its own,
 * and prints how many lines there were and the most memory that the process ever held.
 */
const [url = "", which] = process.argv.slice(2);
const database = openDatabase(url);
const filter = { from: `${FIRST_YEAR}-09-01`, to: `${FIRST_YEAR + YEARS}-08-31` };
const query = { chosen: { filter, chosen: {}, searchedPeople: [] }, now: testNow };

async function* rows() {
	if (which === "venues") {
		for await (const { name, sessions } of eachVenueReach(database.client, query)) {
			yield [name, sessions];
		}
		return;
	}
	for await (const session of exportSessions(database.client, query)) {
		const { reference, localDate, theme, programme, venue, team, figures } = session;
		yield [reference, localDate, theme, programme, venue, team, figures?.youngPeople ?? null];
	}
}

const answer = csvResponse(openLog("silent"), {
	name: "archive",
	columns: ["a", "b"],
	rows: rows(),
});
let lines = 0;
const decoder = new TextDecoder();
for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
	lines += decoder.decode(chunk, { stream: true }).split("\n").length - 1;
}
console.log(JSON.stringify({ lines, megabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
