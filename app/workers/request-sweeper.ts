import type { Deployment } from "#app/commands/command-context.ts";
import { deleteUnconfirmedRequests } from "#app/commands/delete-unconfirmed-requests.ts";
import type { Database } from "#app/data/database.ts";
import type { Log } from "#app/gateways/log.ts";
import { every } from "./every.ts";
import type { Worker } from "./outbox-worker.ts";

const HOUR = 60 * 60_000;

interface Office {
	database: Database;
	deployment: Deployment;
	clock: () => Date;
	log: Log;
}

/** Once an hour deletes the requests that nobody confirmed in time. */
export function startRequestSweeper({ database, deployment, clock, log }: Office): Worker {
	return every({
		interval: HOUR,
		log,
		trouble: "requests that nobody confirmed could not be deleted",
		async work() {
			await deleteUnconfirmedRequests({ database, deployment, now: clock() });
		},
	});
}
