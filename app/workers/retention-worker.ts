import type { Deployment } from "#app/commands/command-context.ts";
import { runRetention } from "#app/commands/run-retention.ts";
import type { Database } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import { toLocal } from "#app/domain/time.ts";
import type { Log } from "#app/gateways/log.ts";
import { every } from "./every.ts";
import type { Worker } from "./outbox-worker.ts";

const INTERVAL = 30 * 60_000;
/** By the partnership's clock, when few people are at work. */
const FROM = "01:00";
const UNTIL = "05:00";

interface Office {
	database: Database;
	deployment: Deployment;
	clock: () => Date;
	log: Log;
}

/** Forgets at night whom the setting says to forget; a second run of a night finds nobody left. */
export function startRetentionWorker(office: Office): Worker {
	const { log } = office;
	return every({
		interval: INTERVAL,
		log,
		trouble: "contacts who have been kept long enough could not be anonymised",
		async work() {
			const { contacts } = await retentionPass(office);
			// why no names: a log is kept longer than it says here.
			if (contacts > 0) log.info({ contacts }, "contacts anonymised");
		},
	});
}

export async function retentionPass({
	database,
	deployment,
	clock,
}: Omit<Office, "log">): Promise<{ contacts: number }> {
	const settings = await readSettings(database.client);
	const now = clock();
	const { time } = toLocal(now, settings.zone);
	if (time < FROM || time >= UNTIL) return { contacts: 0 };
	const actor = { userId: "", name: "Termtime" };
	const context = { database, deployment, settings, now, actor };
	const run = await runRetention(context, { months: settings.retentionMonths, dryRun: false });
	return { contacts: run.contacts.length };
}
