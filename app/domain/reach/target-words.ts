import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { periodFrom } from "#app/domain/periods.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Measure } from "./target-input.ts";
import type { Pace, PaceState } from "./target-pace.ts";

/** Where a target stands, in a word. */
export const paceStateWords: Record<PaceState, string> = {
	to_come: "To come",
	just_begun: "Just begun",
	reached: "Reached",
	on_pace: "On pace",
	behind: "Behind",
	missed: "Not reached",
};

interface Titled {
	team: { name: string } | null;
	theme: { name: string } | null;
	measure: Measure;
}

/** What a target is for: "Young people on Knife crime, Joint Education Team". */
export function targetTitle({ team, theme, measure }: Titled): string {
	const what = measure === "sessions" ? "Sessions" : "Young people";
	return `${what}${theme ? ` on ${theme.name}` : ", all themes"}, ${team ? team.name : "all teams"}`;
}

/** "Academic year 2026 to 2027", "Calendar year 2026": a bare year would read as a number. */
export function targetPeriod(from: LocalDate, to: LocalDate): string {
	const { kind, label } = periodFrom(from, to);
	return kind === "calendar_year" ? `Calendar year ${label}` : label;
}

/** "61% of the target with 70% of the time gone; at this pace 880 by 31 August 2027". */
export function paceWords(
	{ reachedPercent, gonePercent, projected, state }: Pace,
	to: string,
): string {
	const share = `${formatCount(reachedPercent)}% of the target`;
	if (state === "to_come") return "Its time has not begun";
	if (gonePercent === 100) return `${share} when its time was over`;
	const gone = `${share} with ${gonePercent}% of the time gone`;
	return projected === null
		? gone
		: `${gone}; at this pace ${formatCount(projected)} by ${formatPlainDate(to)}`;
}

/** "1,200 young people". */
export function goalWords({ measure, goal }: { measure: Measure; goal: number }): string {
	return measure === "sessions"
		? countOf(goal, "session", "sessions")
		: countOf(goal, "young person", "young people");
}
