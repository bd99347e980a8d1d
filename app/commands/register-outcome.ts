import type { NamedThing } from "#app/data/choice.ts";
import type { Transaction } from "#app/data/database.ts";
import { addHistory, type HistorySubject, type NewHistoryEntry } from "#app/data/history.ts";
import { isTaken } from "#app/data/refusals.ts";
import type { UpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { byName, nameKey } from "#app/domain/names.ts";
import type { CommandContext } from "./command-context.ts";

/** What is in use of something, by the word for it: people of an agency, programmes of a theme. */
export interface Dependants {
	kind: "people" | "programmes" | "teams";
	names: string[];
}

/** Everything expected that can stand in the way of adding, editing, retiring or bringing back. */
export type RegisterRefusal =
	| { ok: false; reason: "not_found" }
	/** It was retired: bring it back before it is changed. */
	| { ok: false; reason: "retired" }
	/** Another one has this value; unknown only where that one came in the same moment. */
	| { ok: false; reason: "taken"; field: string; by: NamedThing | null }
	/** A choice that is not there, or was retired. */
	| { ok: false; reason: "unknown_choice"; field: string }
	/** Sessions that are still to happen need it. */
	| { ok: false; reason: "upcoming_sessions"; upcoming: UpcomingSessions }
	/** Other things in use need it. */
	| { ok: false; reason: "in_use"; dependants: Dependants[] }
	/** What it belongs to was retired: bring that back first. */
	| { ok: false; reason: "belongs_to_retired"; to: NamedThing };

interface NamedRow {
	name: string;
}

export type RegisterOutcome = { ok: true; id: string } | RegisterRefusal;

export function taken(field: string, by: NamedThing | null): RegisterRefusal {
	return { ok: false, reason: "taken", field, by };
}

export function unknownChoice(field: string): RegisterRefusal {
	return { ok: false, reason: "unknown_choice", field };
}

/** What in use needs a thing, from its record; empty when nothing does. */
export function dependantsOf(
	record: Partial<Record<Dependants["kind"], readonly NamedRow[]>>,
): Dependants[] {
	return (["people", "programmes", "teams"] as const).flatMap((kind) => {
		const names = [...(record[kind] ?? [])].sort(byName).map(({ name }) => name);
		return names.length === 0 ? [] : [{ kind, names }];
	});
}

/** The refusal of a name that reads like another one's, or null. */
export function nameRefusal(
	name: string,
	others: readonly NamedThing[],
	exceptId: string | null = null,
): RegisterRefusal | null {
	const key = nameKey(name);
	const other = others.find((one) => one.id !== exceptId && nameKey(one.name) === key);
	return other ? taken("name", other) : null;
}

/** Whether every chosen id is among the choices. */
export function allAmong(ids: readonly string[], choices: readonly { id: string }[]): boolean {
	const known = new Set(choices.map(({ id }) => id));
	return ids.every((id) => known.has(id));
}

/**
 * Runs a change in one transaction. What the database itself refuses as taken, because somebody was
 * faster by a moment, becomes the refusal of the field that `fields` gives for the column.
 */
export async function savingUnique<Outcome>(
	{ database }: CommandContext,
	fields: Record<string, string>,
	work: (tx: Transaction) => Promise<Outcome | RegisterRefusal>,
): Promise<Outcome | RegisterRefusal> {
	try {
		return await database.transaction(work);
	} catch (error) {
		const found = Object.entries(fields).find(([column]) => isTaken(error, column));
		if (!found) throw error;
		return taken(found[1], null);
	}
}

/** Writes down who did what to one thing of the register. */
export async function note(
	tx: Transaction,
	{ now, actor }: CommandContext,
	[subject, subjectId]: readonly [HistorySubject, string],
	entry: Pick<NewHistoryEntry, "what" | "changes" | "why">,
): Promise<void> {
	await addHistory(tx, {
		at: now,
		actorId: actor.userId,
		actorName: actor.name,
		subject,
		subjectId,
		...entry,
	});
}
