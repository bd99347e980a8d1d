import { nextDue } from "#app/data/outbox.ts";
import { serverRest } from "#app/domain/invites/delivery.ts";
import type { Log } from "#app/gateways/log.ts";
import { type Office, sendDue } from "./send-due.ts";

export interface Worker {
	/** Lets messages that are under way end, gives the others back, and resolves when all is quiet. */
	stop(): Promise<void>;
}

/** What other processes owe shows after this at the latest: milliseconds. */
const LONGEST_SLEEP = 15_000;

/**
 * Sends the outbox for as long as the process runs: at once when a change of this process owes
 * something, when a message is due, and every few seconds for what other processes owe.
 */
export function startOutboxWorker(office: Office, log: Log): Worker {
	const alarm = openAlarm();
	let stopped = false;
	let troubles = 0;

	const round = async (): Promise<number> => {
		try {
			const { sent, unreachable } = await sendDue(office, () => stopped);
			if (sent > 0) log.info({ sent, channel: office.carrier.channel }, "messages sent");
			troubles = unreachable === null ? 0 : troubles + 1;
			if (unreachable === null) return await untilDue(office);
			log.warn({ troubles, unreachable }, "the mail server cannot be reached; messages wait");
		} catch (error) {
			troubles += 1;
			log.error({ err: error }, "the outbox could not be worked through");
		}
		return serverRest(troubles);
	};

	const stopListening = office.database.onOwed(() => {
		// why not always: while the mail server rests, a new message is no reason to knock again.
		if (troubles === 0) alarm.ring();
	});
	const running = (async () => {
		while (!stopped) await alarm.sleep(await round());
	})();
	return {
		async stop() {
			stopped = true;
			stopListening();
			alarm.ring();
			await running;
		},
	};
}

async function untilDue({ database, clock, carrier }: Office): Promise<number> {
	const now = clock();
	const due = await nextDue(database.client, now, carrier.channel);
	if (due === null) return LONGEST_SLEEP;
	return Math.max(0, Math.min(LONGEST_SLEEP, due.getTime() - now.getTime()));
}

/** A sleep that can be cut short. A ring in between sleeps is not missed: the next one ends at once. */
function openAlarm() {
	let rung = false;
	let end: (() => void) | null = null;
	return {
		ring() {
			rung = true;
			end?.();
		},
		async sleep(milliseconds: number): Promise<void> {
			if (!rung) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, milliseconds);
					end = () => {
						clearTimeout(timer);
						resolve();
					};
				});
				end = null;
			}
			rung = false;
		},
	};
}
