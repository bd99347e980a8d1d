import { byName } from "#app/domain/names.ts";

/** Why a school comes before another; each has exactly one, the first that is true. */
export const priorities = ["marked", "high_fsm", "other", "unknown"] as const;
export type Priority = (typeof priorities)[number];

interface Weighed {
	name: string;
	/** Marked by the office. */
	priority: boolean;
	/** Percentage of pupils on free school meals; null when nobody knows. */
	fsmPercent: number | null;
}

/** @param highFsm the percentage on free school meals from which a school comes first */
export function priorityOf({ priority, fsmPercent }: Weighed, highFsm: number): Priority {
	if (priority) return "marked";
	if (fsmPercent === null) return "unknown";
	return fsmPercent >= highFsm ? "high_fsm" : "other";
}

/** Marked ones first, then by the share on free school meals, unknown shares last, then by name. */
export function byPriority(a: Weighed, b: Weighed): number {
	const share = ({ fsmPercent }: Weighed) => fsmPercent ?? -1;
	return Number(b.priority) - Number(a.priority) || share(b) - share(a) || byName(a, b);
}
