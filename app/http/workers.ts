import type { App } from "./app-context.ts";

export interface Workers {
	/** Resolves when what was under way is finished and nothing new will begin. */
	stop(): Promise<void>;
}

/** Starts what goes on beside the answering of requests. */
export function startWorkers(_app: App): Workers {
	return { stop: async () => {} };
}
