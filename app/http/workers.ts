import { startOutboxWorker } from "#app/workers/outbox-worker.ts";
import type { App } from "./app-context.ts";

export interface Workers {
	/** Resolves when what was under way is finished and nothing new will begin. */
	stop(): Promise<void>;
}

/** Starts what goes on beside the answering of requests. */
export function startWorkers({ database, deployment, mail, clock, log }: App): Workers {
	const started: Workers[] = [];
	if (mail) {
		const office = { database, mail, mailFrom: deployment.mailFrom, clock };
		started.push(startOutboxWorker(office, log));
	}
	return {
		async stop() {
			await Promise.all(started.map((worker) => worker.stop()));
			mail?.close();
		},
	};
}
