import type { Log } from "#app/gateways/log.ts";
import type { Worker } from "./outbox-worker.ts";

interface Pass {
	/** How long from one pass to the next: milliseconds. */
	interval: number;
	work(): Promise<void>;
	log: Log;
	/** What the log says when a pass fails; the next one tries again. */
	trouble: string;
}

/** Does something now and again: at once, and after every interval, one pass after the other. */
export function every({ interval, work, log, trouble }: Pass): Worker {
	let passes: Promise<void> = Promise.resolve();
	const pass = async () => {
		try {
			await work();
		} catch (error) {
			log.error({ err: error }, trouble);
		}
	};
	const begin = () => {
		// why one after the other: a pass that takes long is not overtaken by the next.
		passes = passes.then(pass);
	};
	begin();
	const timer = setInterval(begin, interval);
	return {
		async stop() {
			clearInterval(timer);
			await passes;
		},
	};
}
