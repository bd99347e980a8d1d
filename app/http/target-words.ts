import type { Reader } from "#app/data/database.ts";
import { readProgress, type TargetRecord } from "#app/data/targets.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { type PaceState, paceOf } from "#app/domain/reach/target-pace.ts";
import {
	paceStateWords,
	paceWords,
	targetPeriod,
	targetTitle,
} from "#app/domain/reach/target-words.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { TagColour } from "#app/ui/tag.tsx";
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

const colours: Record<PaceState, TagColour> = {
	to_come: "grey",
	just_begun: "grey",
	reached: "green",
	on_pace: "teal",
	behind: "orange",
	missed: "red",
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
		period: targetPeriod(from, to),
		reached: `${formatCount(reached)} of ${formatCount(goal)}`,
		href: listingHref("/sessions", filter),
		tag: { word: paceStateWords[pace.state], colour: colours[pace.state] },
		words: paceWords(pace, to),
		reachedPercent: Math.min(100, pace.reachedPercent),
		gonePercent: pace.gonePercent,
		time: today > to ? "over" : today < from ? "to_come" : "now",
	};
}
