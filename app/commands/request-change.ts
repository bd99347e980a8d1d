import type { Transaction } from "#app/data/database.ts";
import {
	addHistory,
	type HistoryEntry,
	type NewHistoryEntry,
	readHistory,
} from "#app/data/history.ts";
import {
	findRequest,
	type RequestChange,
	type RequestRecord,
	updateRequest,
} from "#app/data/requests.ts";
import type { Mail } from "#app/domain/invites/mail-words.ts";
import type { ConfirmedMailFacts } from "#app/domain/requests/request-mail.ts";
import { canBecome, type RequestStatus } from "#app/domain/requests/request-status.ts";
import type { CommandContext } from "./command-context.ts";
import { type RequestLinks, tellSchool } from "./request-messages.ts";

/** Everything expected that can stand in the way of a step. */
export type RequestRefusal =
	| { ok: false; reason: "not_found" }
	/** Somebody else was there first; `last` is what they did. */
	| { ok: false; reason: "stale_version"; request: RequestRecord; last: HistoryEntry | null }
	| { ok: false; reason: "illegal_transition"; request: RequestRecord };

export type RequestOutcome = { ok: true; request: RequestRecord } | RequestRefusal;

export interface RequestTarget {
	/** By the reference for staff, by the id for whoever holds the school's link. */
	of: { reference: string } | { id: string };
	/** The version the person had before their eyes. */
	version: number;
}

export interface RequestStep {
	to: RequestStatus;
	change?: RequestChange;
	history: Pick<NewHistoryEntry, "what" | "changes" | "why">;
	/** What the school is told, with the links of its mail; nothing where it did the step itself. */
	tell?: { links: RequestLinks; write: (facts: ConfirmedMailFacts) => Mail };
}

const ends: readonly RequestStatus[] = ["accepted", "declined", "withdrawn"];

/** Takes one step with a request, tells the school and writes it down: all of it or nothing. */
export async function takeStep(
	context: CommandContext,
	target: RequestTarget,
	step: RequestStep,
): Promise<RequestOutcome> {
	return context.database.transaction(async (tx) => {
		const found = await findForStep(tx, target, step.to);
		return found.ok ? writeStep(tx, context, found.request, step) : found;
	});
}

/** The request that a step is to be taken with, or why it cannot be. */
export async function findForStep(
	tx: Transaction,
	{ of, version }: RequestTarget,
	to: RequestStatus,
): Promise<RequestOutcome> {
	const request = await findRequest(tx, of);
	if (!request) return { ok: false, reason: "not_found" };
	// why: until its address is confirmed nobody is shown it.
	if (request.status === "unconfirmed" && to !== "waiting")
		return { ok: false, reason: "not_found" };
	if (request.version !== version) return staleRequest(tx, request);
	if (!canBecome(request.status, to)) return { ok: false, reason: "illegal_transition", request };
	return { ok: true, request };
}

export async function writeStep(
	tx: Transaction,
	context: CommandContext,
	before: RequestRecord,
	{ to, change, history, tell }: RequestStep,
): Promise<RequestOutcome> {
	const ending = ends.includes(to) ? { decidedAt: context.now } : {};
	const saved = await updateRequest(tx, before, { ...change, ...ending, status: to });
	const request = await findRequest(tx, { id: before.id });
	if (!request) return { ok: false, reason: "not_found" };
	if (!saved) return staleRequest(tx, request);
	if (tell) await tellSchool(tx, context, request, tell.links, tell.write);
	await noteRequest(tx, context, request, history);
	return { ok: true, request };
}

export async function staleRequest(
	tx: Transaction,
	request: RequestRecord,
): Promise<RequestRefusal> {
	const [last = null] = await readHistory(tx, "request", request.id);
	return { ok: false, reason: "stale_version", request, last };
}

/**
 * Writes down who did what to a request. why "The school" for whoever is not signed in: history is
 * kept for good, and a contact can ask to be forgotten.
 */
export async function noteRequest(
	tx: Transaction,
	{ now, actor }: CommandContext,
	{ id }: Pick<RequestRecord, "id">,
	entry: RequestStep["history"],
): Promise<void> {
	const ours = actor.userId !== "";
	await addHistory(tx, {
		at: now,
		actorId: ours ? actor.userId : null,
		actorName: ours ? actor.name : "The school",
		subject: "request",
		subjectId: id,
		...entry,
	});
}
