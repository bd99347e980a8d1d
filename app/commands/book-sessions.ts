import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import { insideTransaction } from "#app/data/inside-transaction.ts";
import { findOccupations, type Occupation } from "#app/data/occupations.ts";
import { clashOf, isTaken } from "#app/data/refusals.ts";
import { findSeries, roomKey } from "#app/data/sessions.ts";
import {
	type BatchClash,
	type BatchItem,
	clashesWithin,
	MAX_AT_ONCE,
} from "#app/domain/sessions/batch.ts";
import type { SessionInput } from "#app/domain/sessions/session-input.ts";
import type { Warning } from "#app/domain/sessions/warnings.ts";
import type { Interval } from "#app/domain/time.ts";
import {
	type BookOptions,
	type Chosen,
	isSameBooking,
	lookUpBooking,
	uidOf,
	weighBooking,
	writeBooking,
} from "./book-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { FieldError, SessionRefusal, SessionSaved } from "./session-outcome.ts";

export interface BatchOptions extends BookOptions {
	/** What has to be there before the bookings are judged, written with them or not at all. */
	before?: (tx: Transaction) => Promise<void>;
	/** What else belongs to the bookings, written with them or not at all. */
	also?: (tx: Transaction, sessions: readonly SessionSaved[]) => Promise<void>;
}

/** What stands against one session of a batch; it could be booked while nothing but `warnings` does. */
export interface ItemVerdict {
	errors: FieldError[];
	/** Booked sessions that hold its people or its room. */
	clashes: Occupation[];
	/** Others of the batch that want them too. */
	within: BatchClash[];
	/** All that is unusual, answered or not. */
	warnings: Warning[];
	/** Warnings without a reason. */
	open: Warning[];
	/** When it would be; null where its input says no time. */
	interval: Interval | null;
}

export type BatchOutcome =
	| { ok: true; sessions: SessionSaved[] }
	| { ok: false; reason: "no_sessions" | "too_many_sessions" }
	/** One verdict for each input, in their order. */
	| { ok: false; reason: "refused"; items: ItemVerdict[] };

/** How often a batch that lost people or a room to somebody faster is judged anew. */
const TRIES = 5;

/**
 * Books several sessions at once, all of them or none; afterwards each lives on its own. Every one is
 * judged as if those before it stood, by what a single booking is judged by.
 */
export async function bookSessions(
	context: CommandContext,
	inputs: readonly SessionInput[],
	options: BatchOptions,
): Promise<BatchOutcome> {
	if (inputs.length === 0) return { ok: false, reason: "no_sessions" };
	if (inputs.length > MAX_AT_ONCE) return { ok: false, reason: "too_many_sessions" };
	for (let left = TRIES; ; left -= 1) {
		try {
			const sessions = await context.database.transaction((tx) =>
				book(tx, insideOf(context, tx), inputs, options),
			);
			return { ok: true, sessions };
		} catch (error) {
			if (error instanceof Refused) return { ok: false, reason: "refused", items: error.items };
			// why again: now it is there to be seen who was faster.
			const lost = clashOf(error) !== null || isTaken(error, "uid");
			if (!lost || left <= 1) throw error;
		}
	}
}

export interface BatchRehearsal {
	items: ItemVerdict[];
	/** How many messages those that nothing stands against would owe. */
	messages: number;
}

/** What booking these would say, each in the presence of the others; nothing stays written. */
export async function weighSessions(
	context: CommandContext,
	inputs: readonly SessionInput[],
): Promise<BatchRehearsal> {
	const options = { needReasons: true };
	for (let left = TRIES; ; left -= 1) {
		try {
			return await context.database.transaction(async (tx): Promise<never> => {
				const inside = insideOf(context, tx);
				const looked = await lookUpAll(inside, inputs);
				const { items, saved } = await writeAll(tx, inside, { looked, options, id: randomUUID() });
				throw new Rehearsed(items, saved);
			});
		} catch (error) {
			if (error instanceof Rehearsed) return error;
			if (clashOf(error) === null || left <= 1) throw error;
		}
	}
}

class Refused extends Error {
	constructor(readonly items: ItemVerdict[]) {
		super("Something stands against a session of the batch");
	}
}

class Rehearsed extends Error {
	readonly messages: number;
	constructor(
		readonly items: ItemVerdict[],
		saved: readonly SessionSaved[],
	) {
		super("To be undone");
		this.messages = saved.reduce((sum, { messages }) => sum + messages, 0);
	}
}

function insideOf(context: CommandContext, tx: Transaction): CommandContext {
	return { ...context, database: insideTransaction(tx, context.database.engine) };
}

async function book(
	tx: Transaction,
	context: CommandContext,
	inputs: readonly SessionInput[],
	options: BatchOptions,
): Promise<SessionSaved[]> {
	await options.before?.(tx);
	const looked = await lookUpAll(context, inputs);
	const earlier = options.once ? await bookedBefore(tx, context, looked, options.once) : null;
	if (earlier?.length) return earlier;
	// why another id: whoever goes back in the browser and books something else has the old form's.
	const id = earlier === null && options.once ? options.once : randomUUID();
	const { items, saved } = await writeAll(tx, context, { looked, options, id });
	if (saved.length < items.length) throw new Refused(items);
	await options.also?.(tx, saved);
	return saved;
}

interface Looked {
	input: SessionInput;
	chosen: Chosen | SessionRefusal;
}

async function lookUpAll(
	context: CommandContext,
	inputs: readonly SessionInput[],
): Promise<Looked[]> {
	const looked: Looked[] = [];
	for (const input of inputs) looked.push({ input, chosen: await lookUpBooking(context, input) });
	return looked;
}

/** What an earlier sending booked: null for none, empty where that was something else. */
async function bookedBefore(
	tx: Transaction,
	context: CommandContext,
	looked: readonly Looked[],
	once: string,
): Promise<SessionSaved[] | null> {
	const earlier = await findSeries(tx, once);
	if (earlier.length === 0) return null;
	const saved = looked.flatMap(({ input, chosen }, at) => {
		const session = earlier.find(({ uid }) => uid === uidOf(context, `${once}-${at + 1}`));
		if (!session || "ok" in chosen || !isSameBooking(session, input, chosen)) return [];
		const { reference, version, invites } = session;
		return [{ ok: true as const, reference, version, messages: invites.length, warnings: [] }];
	});
	return saved.length === earlier.length && saved.length === looked.length ? saved : [];
}

interface Batch {
	looked: readonly Looked[];
	options: BatchOptions;
	/** The series. */
	id: string;
}

/** Judges each in its turn and writes those that nothing stands against. */
async function writeAll(tx: Transaction, context: CommandContext, { looked, options, id }: Batch) {
	const items = await judgeTimesAndPeople(tx, looked);
	const saved: SessionSaved[] = [];
	for (const [at, { input, chosen }] of looked.entries()) {
		const item = items[at];
		if (!item || "ok" in chosen) continue;
		const verdict = await weighBooking(context, input, chosen);
		item.warnings = verdict.warnings;
		item.open = options.needReasons ? verdict.open : [];
		if (item.clashes.length + item.within.length + item.open.length > 0) continue;
		const uid = uidOf(context, `${id}-${at + 1}`);
		const hold = options.hold ?? false;
		const booking = { input, chosen, verdict, uid, hold, seriesId: id };
		saved.push(await writeBooking(tx, context, booking));
	}
	return { items, saved };
}

/** why before anything is written: the database stops at the first clash, a person needs to hear of all. */
async function judgeTimesAndPeople(
	tx: Transaction,
	looked: readonly Looked[],
): Promise<ItemVerdict[]> {
	const clashes = clashesWithin(looked.map(batchItem));
	const items: ItemVerdict[] = [];
	for (const [at, { input, chosen }] of looked.entries()) {
		const refused = "ok" in chosen;
		items.push({
			errors: refused && chosen.reason === "invalid_input" ? chosen.errors : [],
			clashes: refused
				? []
				: await findOccupations(tx, {
						interval: chosen.interval,
						facilitatorIds: input.facilitators,
						venueId: input.venue,
						room: input.room ?? null,
					}),
			within: clashes.filter(({ item }) => item === at),
			warnings: [],
			open: [],
			interval: refused ? null : chosen.interval,
		});
	}
	return items;
}

function batchItem({ input, chosen }: Looked): BatchItem | null {
	if ("ok" in chosen) return null;
	return {
		interval: chosen.interval,
		facilitatorIds: input.facilitators,
		venueId: input.venue,
		roomKey: roomKey(input.room),
		programmeId: input.programme,
		yearGroups: input.yearGroups,
	};
}
