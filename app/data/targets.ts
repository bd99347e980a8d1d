import type { Measure, TargetInput } from "#app/domain/reach/target-input.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { readReach } from "./reach.ts";

const shape = {
	team: { select: { id: true, name: true, prefix: true, retiredAt: true } },
	theme: { select: { id: true, name: true, retiredAt: true } },
} satisfies Prisma.TargetInclude;

type Row = Prisma.TargetGetPayload<{ include: typeof shape }>;

export interface TargetRecord {
	id: string;
	/** Null for all teams together. */
	team: { id: string; name: string; prefix: string; retired: boolean } | null;
	/** Null for all themes together. */
	theme: { id: string; name: string; retired: boolean } | null;
	measure: Measure;
	goal: number;
	from: string;
	to: string;
	version: number;
	removedAt: Date | null;
}

function recordOf({ team, theme, measure, ...row }: Row): TargetRecord {
	const { id, goal, from, to, version, removedAt } = row;
	return {
		...{ id, goal, from, to, version, removedAt },
		// why the cast: a CHECK of the table holds it.
		measure: measure as Measure,
		team: team && {
			id: team.id,
			name: team.name,
			prefix: team.prefix,
			retired: team.retiredAt !== null,
		},
		theme: theme && { id: theme.id, name: theme.name, retired: theme.retiredAt !== null },
	};
}

/** Targets that stand, those that end last first. */
export async function listTargets(reader: Reader): Promise<TargetRecord[]> {
	const rows = await reader.target.findMany({
		where: { removedAt: null },
		include: shape,
		orderBy: [{ to: "desc" }, { from: "desc" }, { createdAt: "asc" }, { id: "asc" }],
	});
	return rows.map(recordOf);
}

/** Also one that was removed. */
export async function findTarget(reader: Reader, id: string): Promise<TargetRecord | null> {
	const row = await reader.target.findUnique({ where: { id }, include: shape });
	return row && recordOf(row);
}

/** Another target that stands for the same, whatever its goal. */
export async function findSameTarget(
	reader: Reader,
	{ team, theme, measure, from, to }: TargetInput,
	exceptId?: string,
): Promise<{ id: string; goal: number } | null> {
	return reader.target.findFirst({
		where: {
			...{ teamId: team, themeId: theme, measure, from, to, removedAt: null },
			...(exceptId && { id: { not: exceptId } }),
		},
		select: { id: true, goal: true },
	});
}

function columns({ team, theme, ...rest }: TargetInput) {
	return { ...rest, teamId: team, themeId: theme };
}

/** @returns its id */
export async function insertTarget(
	tx: Transaction,
	input: TargetInput,
	now: Date,
): Promise<string> {
	const { id } = await tx.target.create({ data: { ...columns(input), createdAt: now } });
	return id;
}

/** @returns false when it is not that version any more, or was removed */
export async function updateTarget(
	tx: Transaction,
	id: string,
	version: number,
	change: TargetInput | { removedAt: Date },
): Promise<boolean> {
	const data = "removedAt" in change ? change : columns(change);
	const { count } = await tx.target.updateMany({
		where: { id, version, removedAt: null },
		data: { ...data, version: { increment: 1 } },
	});
	return count > 0;
}

/**
 * How much of each target is reached, by its id: the figures of /reach for the same question.
 * @param upTo the last day that counts, where that is before the end of a target
 */
export async function readProgress(
	reader: Reader,
	targets: readonly TargetRecord[],
	now: Date,
	upTo?: LocalDate,
): Promise<Map<string, number>> {
	const groups = new Map<string, TargetRecord[]>();
	for (const target of targets) {
		const key = JSON.stringify([target.team?.id ?? null, target.from, target.to]);
		groups.set(key, [...(groups.get(key) ?? []), target]);
	}
	const read = [...groups.values()].map(async (group) => {
		const [first] = group;
		if (!first) return [];
		const chosen = questionOf(first, upTo);
		const { total, parts } = await readReach(reader, { chosen, now }, ["theme"]);
		return group.map(({ id, theme, measure }): [string, number] => {
			const figures = theme ? parts.get("theme")?.find(({ key }) => key === theme.id) : total;
			return [id, figures?.[measure === "sessions" ? "sessions" : "youngPeople"] ?? 0];
		});
	});
	return new Map((await Promise.all(read)).flat());
}

function questionOf(target: TargetRecord, upTo: LocalDate = target.to): ChosenFilter {
	const { team, from } = target;
	const to = upTo < target.to ? upTo : target.to;
	if (!team) return { filter: { from, to }, chosen: {}, searchedPeople: [] };
	const { id, name, prefix: code, retired } = team;
	return {
		filter: { from, to, team: code },
		chosen: { team: { id, name, code, retired } },
		searchedPeople: [],
	};
}
