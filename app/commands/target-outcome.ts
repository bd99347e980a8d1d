import type { Transaction } from "#app/data/database.ts";
import { addHistory, type Change, changesBetween } from "#app/data/history.ts";
import { findSameTarget, type TargetRecord } from "#app/data/targets.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { readThemeChoices } from "#app/data/themes.ts";
import { formatCount } from "#app/domain/format-number.ts";
import type { TargetInput } from "#app/domain/reach/target-input.ts";
import { targetPeriod } from "#app/domain/reach/target-words.ts";
import type { CommandContext } from "./command-context.ts";

export type TargetRefusal =
	| { ok: false; reason: "not_found" }
	/** Somebody has removed it. */
	| { ok: false; reason: "removed" }
	/** Somebody changed it since it was read. */
	| { ok: false; reason: "stale_version"; version: number }
	/** There is one for the same team, theme, measure and period. */
	| { ok: false; reason: "taken"; goal: number }
	| { ok: false; reason: "unknown_choice"; field: "team" | "theme" };

export type TargetOutcome = { ok: true; id: string } | TargetRefusal;

interface Names {
	team: string;
	theme: string;
}

/**
 * The names of what a target is for, or why it cannot be.
 * @param before as it stands: what it has may stay, even if it was retired since
 */
export async function checkTarget(
	tx: Transaction,
	input: TargetInput,
	before?: TargetRecord,
): Promise<{ ok: true; names: Names } | TargetRefusal> {
	const [teams, themes] = await Promise.all([readTeamChoices(tx), readThemeChoices(tx)]);
	const team = input.team === null ? ALL : named(input.team, [...teams, before?.team]);
	if (!team) return { ok: false, reason: "unknown_choice", field: "team" };
	const theme = input.theme === null ? ALL : named(input.theme, [...themes, before?.theme]);
	if (!theme) return { ok: false, reason: "unknown_choice", field: "theme" };
	const same = await findSameTarget(tx, input, before?.id);
	if (same) return { ok: false, reason: "taken", goal: same.goal };
	return { ok: true, names: { team: team.name, theme: theme.name } };
}

const ALL = { name: "All" };

interface Named {
	id: string;
	name: string;
}

function named(id: string, choices: readonly (Named | null | undefined)[]) {
	return choices.find((choice) => choice?.id === id);
}

const labels = {
	team: "Team",
	theme: "Theme",
	measure: "Counts",
	goal: "Target",
	period: "Period",
};

/** What a change of a target changes, as history shows it. */
export function targetChanges(
	before: TargetRecord | null,
	after: TargetInput,
	names: Names,
): Change[] {
	const old = before
		? shown(before, { team: before.team?.name ?? "All", theme: before.theme?.name ?? "All" })
		: {};
	return changesBetween(labels, old, shown(after, names));
}

function shown(
	{ measure, goal, from, to }: Pick<TargetInput, "measure" | "goal" | "from" | "to">,
	names: Names,
) {
	return {
		...names,
		measure: measure === "sessions" ? "Sessions" : "Young people",
		goal: formatCount(goal),
		period: targetPeriod(from, to),
	};
}

export async function noteTarget(
	tx: Transaction,
	{ now, actor }: CommandContext,
	subjectId: string,
	entry: { what: string; changes?: Change[] },
): Promise<void> {
	await addHistory(tx, {
		...{ at: now, actorId: actor.userId, actorName: actor.name },
		...{ subject: "target", subjectId, ...entry },
	});
}
