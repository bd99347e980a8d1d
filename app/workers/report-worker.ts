import type { Deployment } from "#app/commands/command-context.ts";
import { oweMonthlyReports } from "#app/commands/owe-monthly-reports.ts";
import type { Database } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import type { Log } from "#app/gateways/log.ts";
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
	let work: Promise<void> = Promise.resolve();
	const pass = async () => {
		try {
			const settings = await readSettings(database.client);
			const context = { database, deployment, settings, now: clock(), actor: itself };
			const owed = await oweMonthlyReports(context);
			if (owed > 0) log.info({ owed }, "monthly reports owed");
		} catch (error) {
			log.error({ err: error }, "the monthly reports could not be written");
		}
	};
	const begin = () => {
		// why one after the other: a pass that takes long is not overtaken by the next.
		work = work.then(pass);
	};
	begin();
	const timer = setInterval(begin, INTERVAL);
	return {
		async stop() {
			clearInterval(timer);
			await work;
		},
	};
}
