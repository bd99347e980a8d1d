import type { Reader } from "#app/data/database.ts";
import { readProgress, type TargetRecord } from "#app/data/targets.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { type Pace, type PaceState, paceOf } from "#app/domain/reach/target-pace.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { TagWords } from "./invite-words.ts";

export interface TargetRow {
	id: string;
	/** "Young people on knife crime, Joint Education Team". */
	title: string;
	period: string;
	/** "610 of 1,000". */
	reached: string;
	/** The sessions behind it. */
	href: string;
	tag: TagWords;
	/** "61% of the target with 70% of the time gone; at this pace 880 by 31 August 2027". */
	words: string;
	reachedPercent: number;
	gonePercent: number;
	/** Where its period lies: over, going on, to come. */
	time: "over" | "now" | "to_come";
}

const tags: Record<PaceState, TagWords> = {
	to_come: { word: "To come", colour: "grey" },
	just_begun: { word: "Just begun", colour: "grey" },
	reached: { word: "Reached", colour: "green" },
	on_pace: { word: "On pace", colour: "teal" },
	behind: { word: "Behind", colour: "orange" },
	missed: { word: "Not reached", colour: "red" },
};

/** Targets with what is reached of them, as pages and mails tell it. */
export async function targetRows(
	reader: Reader,
	targets: readonly TargetRecord[],
	{ now, today }: { now: Date; today: LocalDate },
): Promise<TargetRow[]> {
	const progress = await readProgress(reader, targets, now);
	return targets.map((target) => targetRow(target, progress.get(target.id) ?? 0, today));
}

function targetRow(target: TargetRecord, reached: number, today: LocalDate): TargetRow {
	const { id, team, theme, goal, from, to } = target;
	const pace = paceOf(target, reached, today);
	const filter = {
		...{ from, to, status: "delivered" as const },
		...(team && { team: team.prefix }),
		...(theme && { theme: theme.id }),
	};
	return {
		id,
		title: targetTitle(target),
		period: periodFrom(from, to).label,
		reached: `${formatCount(reached)} of ${formatCount(goal)}`,
		href: listingHref("/sessions", filter),
		tag: tags[pace.state],
		words: paceWords(pace, to),
		reachedPercent: Math.min(100, pace.reachedPercent),
		gonePercent: pace.gonePercent,
		time: today > to ? "over" : today < from ? "to_come" : "now",
	};
}

/** What a target is for, in one line. */
export function targetTitle({ team, theme, measure }: TargetRecord): string {
	const what = measure === "sessions" ? "Sessions" : "Young people";
	return `${what}${theme ? ` on ${theme.name}` : ", all themes"}, ${team ? team.name : "all teams"}`;
}

/** What is reached and what of the time is gone, in words. */
export function paceWords({ reachedPercent, gonePercent, projected, state }: Pace, to: string) {
	const share = `${formatCount(reachedPercent)}% of the target`;
	if (state === "to_come") return "Its time has not begun";
	if (state === "missed" || gonePercent === 100) return `${share} when its time was over`;
	const gone = `${share} with ${gonePercent}% of the time gone`;
	return projected === null
		? gone
		: `${gone}; at this pace ${formatCount(projected)} by ${formatPlainDate(to)}`;
}

/** How the targets of a list stand, in a sentence: "2 on pace, 1 behind". */
export function standingWords(rows: readonly TargetRow[]): string {
	const counts = new Map<string, number>();
	for (const { tag } of rows) counts.set(tag.word, (counts.get(tag.word) ?? 0) + 1);
	return [...counts].map(([word, n]) => `${n} ${word.toLowerCase()}`).join(", ");
}

/** "A target of 1,200 young people …" for confirmation. */
export function goalWords({ measure, goal }: Pick<TargetRecord, "measure" | "goal">): string {
	return measure === "sessions"
		? countOf(goal, "session", "sessions")
		: countOf(goal, "young person", "young people");
}
