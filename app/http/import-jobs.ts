import type { CommandContext } from "#app/commands/command-context.ts";
import {
	beatImport,
	type Claim,
	type ClaimRefusal,
	claimImport,
	type ImportJob,
	releaseImport,
} from "#app/commands/import-job.ts";
import type { ImportRecord } from "#app/data/imports.ts";
import { isStopped, isWorking } from "#app/domain/imports/import-status.ts";
import type { Log } from "#app/gateways/log.ts";
import { isGone, ownWorkerName } from "#app/gateways/worker-name.ts";
import { describeError } from "./describe-error.ts";

/** How often, in milliseconds, a job says that it goes on. */
const BEAT = 1000;

export interface Progress {
	done: number;
	total: number;
}

type Running = Progress & { finished: Promise<void>; abort: AbortController };

interface Parts {
	clock: () => Date;
	log: Pick<Log, "error">;
	/** Called at every step, besides what pages read. */
	watch?: (progress: Progress) => void;
}

/**
 * Long work on files, done beside the answering of requests: it goes on when the browser that asked
 * for it is closed, and whoever looks at the file sees how far it is.
 */
export class ImportJobs {
	readonly #parts: Parts;
	readonly #worker = ownWorkerName();
	readonly #running = new Map<string, Running>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * Claims the file and starts the work.
	 * @returns `finished` resolves when the work is over, also when it failed: the file's state tells
	 */
	async start(
		context: CommandContext,
		file: Pick<ImportRecord, "id" | "kind" | "worker" | "total">,
		{ from, to }: Pick<Claim, "from" | "to">,
		work: (job: ImportJob) => Promise<unknown>,
	): Promise<{ ok: true; finished: Promise<void> } | ClaimRefusal> {
		const { id, kind, worker } = file;
		if (worker && this.#isDead(worker, id)) await releaseImport(context, { importId: id, worker });
		const claimed = await claimImport(context, id, { kind, from, to, worker: this.#worker });
		if (!claimed.ok) return claimed;
		const abort = new AbortController();
		const running = { done: 0, total: file.total, abort, finished: Promise.resolve() };
		this.#running.set(id, running);
		running.finished = this.#run(context, id, running, work);
		return { ok: true, finished: running.finished };
	}

	/** How far the work on a file is, when this process does it. */
	progress(id: string): Progress | null {
		const running = this.#running.get(id);
		return running ? { done: running.done, total: running.total } : null;
	}

	/** Whether somebody should be at work on a file and nobody is any more. */
	isStopped(file: ImportRecord, now: Date): boolean {
		if (!isWorking(file.status)) return false;
		return isStopped(file, now) || (file.worker !== null && this.#isDead(file.worker, file.id));
	}

	/** Resolves when the work that is under way now is over. */
	async idle(): Promise<void> {
		await Promise.all([...this.#running.values()].map(({ finished }) => finished));
	}

	/** Stops all work; what is half done is undone and can be started again. */
	async stop(): Promise<void> {
		for (const { abort } of this.#running.values()) abort.abort();
		await this.idle();
	}

	#isDead(worker: string, id: string): boolean {
		return worker === this.#worker ? !this.#running.has(id) : isGone(worker, this.#worker);
	}

	async #run(
		context: CommandContext,
		id: string,
		running: Running,
		work: (job: ImportJob) => Promise<unknown>,
	): Promise<void> {
		const mine = { importId: id, worker: this.#worker };
		const beats = this.#beat(context, mine, running);
		try {
			await work({
				...mine,
				signal: running.abort.signal,
				report: (done, total) => {
					running.done = done;
					running.total = total ?? running.total;
					this.#parts.watch?.({ done, total: running.total });
				},
			});
		} catch (error) {
			if (!running.abort.signal.aborted) {
				this.#parts.log.error({ importId: id, ...describeError(error) }, "work on a file failed");
			}
			await beats.stop();
			await releaseImport(context, mine);
		} finally {
			await beats.stop();
			this.#running.delete(id);
		}
	}

	/** why one at a time: on SQLite a beat waits until the transaction that it tells of is over. */
	#beat(context: CommandContext, mine: Pick<ImportJob, "importId" | "worker">, running: Running) {
		let pending: Promise<void> | null = null;
		const timer = setInterval(() => {
			const { done, total } = running;
			pending ??= beatImport(context, mine, { now: this.#parts.clock(), done, total })
				.catch(() => {})
				.finally(() => {
					pending = null;
				});
		}, BEAT);
		timer.unref();
		return {
			stop: async () => {
				clearInterval(timer);
				await pending;
			},
		};
	}
}
