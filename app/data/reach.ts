import { groupedBy } from "#app/domain/grouped-by.ts";
import { monthsIn, termsIn } from "#app/domain/periods.ts";
import {
	type ReachFigures,
	type ReachPart,
	reachBy,
	reachOf,
	termKey,
	venuesIn,
} from "#app/domain/reach/cells.ts";
import type { Grouping } from "#app/domain/reach/groupings.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { Reader } from "./database.ts";
import { type KeptPart, readKept, readKeptVenues, type Stretch } from "./kept-reach.ts";
import { type ReachQuery, readReachCells } from "./live-reach.ts";
import { readVenueNames, readVenueParts } from "./venue-reach.ts";

export interface ReachRead {
	total: ReachFigures;
	/** Different venues with a delivered session. */
	venueCount: number;
	parts: Map<Grouping, ReachPart[]>;
	/** Names and codes by id, when split by venue. */
	venues: Map<string, { name: string; code: string }>;
}

/**
 * The figures of a filter and of its parts by each of `splits`. Of a period and nothing else they
 * are kept ready; a filter besides is answered from the sessions themselves.
 */
export async function readReach(
	reader: Reader,
	query: ReachQuery,
	splits: readonly Grouping[],
): Promise<ReachRead> {
	const stretch = keptStretch(query.chosen);
	const { total, venueCount, parts } = stretch
		? await readKeptReach(reader, stretch, splits)
		: await readLiveReach(reader, query, splits);
	if (splits.includes("venue")) parts.set("venue", await readVenueParts(reader, query));
	const venues = await readVenueNames(
		reader,
		(parts.get("venue") ?? []).map(({ key }) => key),
	);
	return { total, venueCount, parts, venues };
}

/** The period of a filter that asks for nothing else; null for every other filter. */
export function keptStretch({ filter }: ChosenFilter): Stretch | null {
	const { from, to, status, ...narrower } = filter;
	const plain = Object.values(narrower).every((value) => value === undefined);
	if (!plain || from === undefined || to === undefined) return null;
	return status === undefined || status === "delivered" ? { from, to } : null;
}

type Figures = Omit<ReachRead, "venues">;

/** The same as readReach, from the sessions themselves. */
export async function readLiveReach(
	reader: Reader,
	query: ReachQuery,
	splits: readonly Grouping[],
): Promise<Figures> {
	const [cells, byAgency] = await Promise.all([
		readReachCells(reader, query, { agencies: false }),
		splits.includes("agency") ? readReachCells(reader, query, { agencies: true }) : null,
	]);
	const cellsFor = (by: Grouping) => (by === "agency" && byAgency ? byAgency : cells);
	const parts = new Map(splits.map((by) => [by, reachBy(by, cellsFor(by))]));
	return { total: reachOf(cells), venueCount: venuesIn(cells), parts };
}

const steps = {
	month: { cut: monthsIn, keyOf: (month: string) => month },
	term: { cut: termsIn, keyOf: termKey },
};
type Step = keyof typeof steps;

function isStep(by: Grouping): by is Step {
	return by === "month" || by === "term";
}

async function readKeptReach(
	reader: Reader,
	stretch: Stretch,
	splits: readonly Grouping[],
): Promise<Figures> {
	const whole = splits.flatMap((by) => (by === "venue" || isStep(by) ? [] : [by]));
	const [kept, venueCount, ...stepped] = await Promise.all([
		readKept(reader, ["all", ...whole], [stretch]),
		readKeptVenues(reader, stretch),
		...splits.filter(isStep).map(async (step) => {
			const found = [...(await readSteps(reader, stretch, step, "all"))];
			const parts = found.flatMap(([key, own]) => own.map((part) => ({ ...part, key })));
			return [step, parts] as const;
		}),
	]);
	const parts = new Map<Grouping, ReachPart[]>(stepped);
	for (const by of whole) {
		parts.set(by, kept.filter(({ dimension }) => dimension === by).map(partOf));
	}
	const all = kept.find(({ dimension }) => dimension === "all");
	return { total: all ? figuresOf(all) : nothing, venueCount, parts };
}

const nothing: ReachFigures = { sessions: 0, youngPeople: 0, estimatedDistinct: 0, adults: 0 };

function figuresOf({ sessions, youngPeople, estimated, adults }: KeptPart): ReachFigures {
	return { sessions, youngPeople, estimatedDistinct: estimated, adults };
}

function partOf(part: KeptPart): ReachPart {
	return { key: part.key, ...figuresOf(part) };
}

/** What is kept of a dimension in each month or term; of those in which there is anything. */
async function readSteps(
	reader: Reader,
	stretch: Stretch,
	step: Step,
	dimension: "all" | "theme",
): Promise<Map<string, ReachPart[]>> {
	const { cut, keyOf } = steps[step];
	const stretches = cut(stretch);
	const kept = await readKept(reader, [dimension], stretches);
	const keyOfPart = ({ stretch: at }: KeptPart) =>
		keyOf((stretches[at] ?? stretch).from.slice(0, 7));
	const groups = [...groupedBy(kept, keyOfPart)];
	return new Map(groups.map(([key, parts]) => [key, parts.map(partOf)]));
}

/** The parts by theme of each month or term of a period; keys as in a split by those. */
export async function readThemesOverTime(
	reader: Reader,
	query: ReachQuery,
	step: Step,
): Promise<Map<string, ReachPart[]>> {
	const stretch = keptStretch(query.chosen);
	if (stretch) return readSteps(reader, stretch, step, "theme");
	const { keyOf } = steps[step];
	const cells = await readReachCells(reader, query, { agencies: false });
	const heads = groupedBy(cells.heads, ({ month }) => keyOf(month));
	const sessions = [...groupedBy(cells.sessions, ({ month }) => keyOf(month))];
	return new Map(
		sessions.map(([key, own]) => [
			key,
			reachBy("theme", { sessions: own, heads: heads.get(key) ?? [] }),
		]),
	);
}
