import type { Reader } from "#app/data/database.ts";
import { exportRequests } from "#app/data/request-list.ts";
import { parseRequestFilter, type RequestFilter } from "#app/domain/requests/request-filter.ts";
import { requestStatusLabels } from "#app/domain/requests/request-status.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/requests-csv.ts";
import { queueRows } from "./queue-rows.ts";
import type { Day } from "./read-traffic.ts";

const columns = [
	"reference",
	"status",
	"received",
	"school",
	"place",
	"programmes",
	"numbers",
	"dates",
	"priority",
	"free_school_meals_percent",
	"had_before",
];

/** The part of the queue that the address means, oldest first. */
export async function loader(args: Route.LoaderArgs) {
	const { app, today, settings } = await requireActor(args, "requests.view");
	const filter = parseRequestFilter(args.url.searchParams);
	const rows = csvRows(app.database.client, filter, { today, settings });
	return csvResponse(app.log, { name: `requests-${today}`, columns, rows });
}

async function* csvRows(reader: Reader, filter: RequestFilter, day: Day) {
	for await (const requests of exportRequests(reader, filter)) {
		for (const row of await queueRows(reader, requests, day)) {
			yield [
				row.reference,
				requestStatusLabels[row.status],
				row.receivedDate,
				row.school,
				row.place,
				row.programmes.join("; "),
				row.numbers.join("; "),
				row.dates.map(({ date, word }) => (word ? `${date} ${word}` : date)).join("; "),
				row.priority ? "yes" : "no",
				row.fsmPercent,
				row.history.school,
			];
		}
	}
}
