import type { Deployment } from "#app/commands/command-context.ts";
import { deleteUnconfirmedRequests } from "#app/commands/delete-unconfirmed-requests.ts";
import type { Database } from "#app/data/database.ts";

const HOUR = 60 * 60_000;

interface Office {
	database: Database;
	deployment: Deployment;
	clock: () => Date;
	/** Told of what went wrong; it is tried again an hour later. */
	failed: (error: unknown) => void;
}

/** Once an hour deletes the requests that nobody confirmed in time. */
export function startRequestSweeper({ database, deployment, clock, failed }: Office) {
	let work: Promise<void> = Promise.resolve();
	const sweep = () => {
		work = deleteUnconfirmedRequests({ database, deployment, now: clock() }).then(
			() => undefined,
			failed,
		);
	};
	const timer = setInterval(sweep, HOUR);
	sweep();
	return {
		/** Resolves when a sweep under way has ended and no other will begin. */
		async stop(): Promise<void> {
			clearInterval(timer);
			await work;
		},
	};
}
