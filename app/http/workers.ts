import { startOutboxWorker } from "#app/workers/outbox-worker.ts";
import { startReportWorker } from "#app/workers/report-worker.ts";
import { startRequestSweeper } from "#app/workers/request-sweeper.ts";
import { startRetentionWorker } from "#app/workers/retention-worker.ts";
import { mailOffice } from "#app/workers/send-due-messages.ts";
import { webhookOffice } from "#app/workers/webhook-office.ts";
import type { App } from "./app-context.ts";
import { describeError } from "./describe-error.ts";
import { resumeImports } from "./import-work.ts";

export interface Workers {
	/** Resolves when what was under way is finished and nothing new will begin. */
	stop(): Promise<void>;
	/** Resolves when work that an earlier process left over is under way again. */
	resumed: Promise<void>;
}

/** Starts what goes on beside the answering of requests. */
export function startWorkers(app: App): Workers {
	const { database, deployment, mail, webhooks, clock, log, jobs } = app;
	const office = { database, deployment, clock, log };
	const started = [
		startOutboxWorker(webhookOffice({ database, webhooks, clock }), log),
		startRetentionWorker(office),
		startReportWorker(office),
		startRequestSweeper(office),
	];
	if (mail) {
		const post = { database, mail, mailFrom: deployment.mailFrom, clock };
		started.push(startOutboxWorker(mailOffice(post), log));
	}
	const resumed = resumeImports(app).catch((error) => {
		log.error(describeError(error), "files that were left over could not be taken up");
	});
	return {
		resumed,
		async stop() {
			await resumed;
			await jobs.stop();
			await Promise.all(started.map((worker) => worker.stop()));
			mail?.close();
		},
	};
}
