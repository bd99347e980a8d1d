import { randomUUID } from "node:crypto";
import type { Database } from "#app/data/database.ts";
import {
	type Channel,
	type ClaimedMessage,
	claimMessages,
	releaseMessages,
	renewClaim,
	type Settled,
	settleMessages,
} from "#app/data/outbox.ts";
import { nextAttempt } from "#app/domain/invites/delivery.ts";
import type { Delivery } from "#app/gateways/mail.ts";

/** How the messages of one channel go out. */
export interface Carrier {
	channel: Channel;
	/** How many it can have on their way at once. */
	lanes: number;
	/** What sends each message of a batch; never rejects: whatever goes wrong is an outcome. */
	open(batch: readonly ClaimedMessage[]): Promise<(message: ClaimedMessage) => Promise<Delivery>>;
}

export interface Office {
	database: Database;
	carrier: Carrier;
	clock: () => Date;
}

/** How long a claim holds without being renewed, and how often it is: milliseconds. */
const CLAIM = 120_000;
const RENEWAL = 30_000;
/** How many messages are claimed at once. */
const BATCH = 250;
/**
 * What was sent is written down when so many are together, or so many milliseconds after the first.
 * why not each by itself: a transaction costs more than sending does. why not later: what is not
 * written down is sent again after a crash.
 */
const TOGETHER = 50;
const AT_THE_LATEST = 200;

/** What a round of sending came to. */
export interface Round {
	sent: number;
	/** Why nothing can be sent at all for now; the messages wait. */
	unreachable: string | null;
}

/**
 * Sends everything that is due on a channel, several messages at once, until nothing is, what takes
 * them cannot be reached, or `stopping` says so; what was claimed and not begun by then is given back.
 */
export async function sendDue(
	office: Office,
	stopping: () => boolean = () => false,
): Promise<Round> {
	const round: Round = { sent: 0, unreachable: null };
	while (!stopping() && round.unreachable === null) {
		const by = randomUUID();
		const now = office.clock();
		const until = new Date(now.getTime() + CLAIM);
		const { channel } = office.carrier;
		const batch = await claimMessages(office.database, { by, now, until, limit: BATCH, channel });
		if (batch.length === 0) break;
		await sendBatch(office, { by, batch }, round, stopping);
	}
	return round;
}

interface Batch {
	by: string;
	batch: readonly ClaimedMessage[];
}

async function sendBatch(
	{ database, carrier, clock }: Office,
	{ by, batch }: Batch,
	round: Round,
	stopping: () => boolean,
): Promise<void> {
	const send = await carrier.open(batch);
	const waiting = [...batch];
	const notTaken: number[] = [];
	const ledger = openLedger((settled) => settleMessages(database, by, settled, clock()));
	const lane = async () => {
		while (!stopping() && round.unreachable === null) {
			const message = waiting.shift();
			if (!message) return;
			const delivery = await send(message);
			if (delivery.outcome === "unreachable") {
				round.unreachable = delivery.answer;
				notTaken.push(message.id);
			} else {
				if (delivery.outcome === "sent") round.sent += 1;
				ledger.add(settlementOf(message, delivery, clock()));
			}
		}
	};
	const renewal = setInterval(() => {
		renewClaim(database, by, new Date(clock().getTime() + CLAIM)).catch(() => {
			// why nothing: the claim lapses at worst, and whoever takes over sends at least once.
		});
	}, RENEWAL);
	try {
		await Promise.all(Array.from({ length: carrier.lanes }, lane));
		await ledger.written();
	} finally {
		clearInterval(renewal);
	}
	const rest = [...notTaken, ...waiting.map(({ id }) => id)];
	if (rest.length > 0) await releaseMessages(database, by, rest, round.unreachable ?? undefined);
}

/**
 * Collects what became of messages and writes it in few transactions: while one is under way the
 * next gathers.
 */
function openLedger(write: (settled: Settled[]) => Promise<void>) {
	let gathered: Settled[] = [];
	let writing: Promise<void> | null = null;
	let timer: NodeJS.Timeout | null = null;
	const writeAll = async () => {
		while (gathered.length > 0) {
			const settled = gathered;
			gathered = [];
			try {
				await write(settled);
			} catch (error) {
				gathered = [...settled, ...gathered];
				throw error;
			}
		}
	};
	const start = () => {
		if (timer) clearTimeout(timer);
		timer = null;
		writing ??= writeAll().finally(() => {
			writing = null;
		});
		return writing;
	};
	const startUnasked = () => {
		start().catch(() => {
			// why nothing: it is kept, and written() tries once more.
		});
	};
	return {
		add(settled: Settled) {
			gathered.push(settled);
			if (gathered.length >= TOGETHER) startUnasked();
			else timer ??= setTimeout(startUnasked, AT_THE_LATEST);
		},
		async written() {
			await start();
		},
	};
}

function settlementOf(message: ClaimedMessage, { outcome, answer }: Delivery, now: Date): Settled {
	const { id, attempts } = message;
	if (outcome === "sent") return { id, answer, status: "sent" };
	const dueAt = outcome === "put_off" ? nextAttempt(attempts + 1, now) : null;
	return dueAt ? { id, answer, status: "waiting", dueAt } : { id, answer, status: "failed" };
}
