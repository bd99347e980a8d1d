import { daysBetween, type LocalDate } from "#app/domain/time.ts";

export interface Aim {
	goal: number;
	from: LocalDate;
	to: LocalDate;
}

/**
 * Where a target stands. "on_pace": of the goal at least the share is reached that is gone of the
 * time; "missed": the time is over.
 */
export type PaceState = "to_come" | "just_begun" | "reached" | "on_pace" | "behind" | "missed";

export interface Pace {
	state: PaceState;
	/** Whole percent, rounded down: 100 only when the goal is reached. */
	reachedPercent: number;
	gonePercent: number;
	/** What the last day would see if every day brought as much; null before a tenth of the time. */
	projected: number | null;
}

/**
 * How a target is getting on. Pace is by the calendar: the goal spread evenly over all days of the
 * period, holidays too, against the days that are over. Today is not: its sessions are still to be
 * closed out.
 */
export function paceOf({ goal, from, to }: Aim, reached: number, today: LocalDate): Pace {
	const days = daysBetween(from, to) + 1;
	const over = Math.min(days, Math.max(0, daysBetween(from, today)));
	return {
		state: stateOf({ goal, reached, days, over, begun: today >= from }),
		reachedPercent: Math.floor((100 * reached) / goal),
		gonePercent: Math.floor((100 * over) / days),
		projected: over * 10 >= days && over < days ? Math.floor((reached * days) / over) : null,
	};
}

interface Standing {
	goal: number;
	reached: number;
	days: number;
	over: number;
	begun: boolean;
}

function stateOf({ goal, reached, days, over, begun }: Standing): PaceState {
	if (reached >= goal) return "reached";
	if (!begun) return "to_come";
	if (over === days) return "missed";
	if (over === 0) return "just_begun";
	return reached * days >= goal * over ? "on_pace" : "behind";
}
