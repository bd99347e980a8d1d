import type { HistoryEntry } from "#app/data/history.ts";
import { formatPlainDate, formatTime } from "#app/domain/format-time.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { HistoryItem } from "#app/ui/history-list.tsx";

/** "25 November 2026, 9:00am": a moment in a record. */
export function momentWords(at: Date, zone: string): string {
	return `${formatPlainDate(localDateOf(at, zone))}, ${formatTime(at, zone)}`;
}

export type HistoryWords = HistoryItem & { what: string };

/** History as HistoryList shows it. */
export function historyItems(entries: readonly HistoryEntry[], zone: string): HistoryWords[] {
	return entries.map(({ at, actorName, what, changes, why }) => ({
		what,
		who: actorName,
		when: momentWords(at, zone),
		whenIso: at.toISOString(),
		changes: [...changes],
		why: why ?? null,
	}));
}
