import type { Deployment } from "#app/commands/command-context.ts";
import { oweMonthlyReports } from "#app/commands/owe-monthly-reports.ts";
import type { Database } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import type { Log } from "#app/gateways/log.ts";
import { every } from "./every.ts";
import type { Worker } from "./outbox-worker.ts";

/** How often it is asked whether a report is due: milliseconds. */
const INTERVAL = 10 * 60_000;

interface Office {
	database: Database;
	deployment: Deployment;
	clock: () => Date;
	log: Log;
}

/** Whom history and mails name as the one who sends reports. */
const itself = { userId: "", name: "Termtime" };

/** Owes the monthly reports when they are due: at its start, for what was missed, and ever after. */
export function startReportWorker({ database, deployment, clock, log }: Office): Worker {
	return every({
		interval: INTERVAL,
		log,
		trouble: "the monthly reports could not be written",
		async work() {
			const settings = await readSettings(database.client);
			const context = { database, deployment, settings, now: clock(), actor: itself };
			const owed = await oweMonthlyReports(context);
			if (owed > 0) log.info({ owed }, "monthly reports owed");
		},
	});
}
