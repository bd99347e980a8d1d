import type { BatchRehearsal, ItemVerdict } from "#app/commands/book-sessions.ts";
import { listOf } from "#app/domain/format-number.ts";
import { clashWords, reasonErrors } from "#app/http/session-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/** What stands against one session of several. */
export interface RowVerdict {
	/** It cannot be booked while there are any. */
	problems: { text: string; reference?: string }[];
	/** Need a reason each. */
	warnings: { code: string; message: string }[];
}

interface Words {
	zone: string;
	/** The place in the list of each input: what could not be read has none. */
	places: readonly number[];
	/** Names of those who could deliver, by id. */
	names: ReadonlyMap<string, string>;
}

/** A verdict on one of the sessions, in words; sessions are counted from 1. */
export function rowVerdict(item: ItemVerdict, { zone, places, names }: Words): RowVerdict {
	const seen = new Set<string>();
	const within = item.within.flatMap(({ kind, other, personId }) => {
		const nth = (places[other] ?? other) + 1;
		const who = personId === null ? "" : (names.get(personId) ?? "Somebody");
		const text =
			kind === "facilitator"
				? `${who} is on session ${nth} of this list at that time`
				: kind === "room"
					? `Session ${nth} of this list is in the same room at that time`
					: `Session ${nth} of this list is the same`;
		if (seen.has(text)) return [];
		seen.add(text);
		return [{ text }];
	});
	const clashes = item.clashes.map((clash) => {
		const { who, what, reference } = clashWords(clash, zone);
		return { text: `${who}: ${what}`, reference };
	});
	return {
		problems: [...item.errors.map(({ message }) => ({ text: message })), ...clashes, ...within],
		warnings: item.warnings.map(({ code, message }) => ({ code, message })),
	};
}

/** What could not even be read of a row. */
export function unreadable(errors: FieldErrors): RowVerdict {
	return { problems: errors.map(({ message }) => ({ text: message })), warnings: [] };
}

/** A verdict for each row of the list, whether it could be read or not. */
export function verdictsOf(
	rows: readonly ({ ok: true } | { ok: false; errors: FieldErrors })[],
	{ items }: Pick<BatchRehearsal, "items">,
	words: Words,
): RowVerdict[] {
	return rows.map((row, at) => {
		if (!row.ok) return unreadable(row.errors);
		const item = items[words.places.indexOf(at)];
		return item ? rowVerdict(item, words) : { problems: [], warnings: [] };
	});
}

/** One entry for each kind of warning: which sessions, and what is said of the first of them. */
export function warningsOf(verdicts: readonly RowVerdict[]) {
	const kinds = new Map<string, { message: string; sessions: number[] }>();
	for (const [at, { warnings }] of verdicts.entries()) {
		for (const { code, message } of warnings) {
			const kind = kinds.get(code) ?? { message, sessions: [] };
			kinds.set(code, { ...kind, sessions: [...kind.sessions, at + 1] });
		}
	}
	return [...kinds].map(([code, { message, sessions }]) => ({
		code,
		message,
		where: `${sessions.length === 1 ? "Session" : "Sessions"} ${listOf(sessions.map(String))}`,
	}));
}

/** Everything that keeps the list from being booked, each with a link to its row or its box. */
export function listErrors(
	verdicts: readonly RowVerdict[],
	reasons: Readonly<Record<string, string>>,
): FieldErrors {
	const problems = verdicts.flatMap((verdict, at) =>
		verdict.problems.map(({ text, reference }) => ({
			field: `row.${at}`,
			message: `Session ${at + 1}: ${text}${reference ? ` (${reference})` : ""}`,
		})),
	);
	return [...problems, ...reasonErrors(warningsOf(verdicts), reasons)];
}
