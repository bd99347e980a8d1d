import type { Period } from "#app/domain/periods.ts";
import type { Dimension, KeptFigures } from "#app/domain/reach/kept-rows.ts";
import { pairsWithin, unitsIn } from "#app/domain/reach/units.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

export type Stretch = Pick<Period, "from" | "to">;

/** What is kept of one key in one stretch of time. */
export interface KeptPart extends Omit<KeptFigures, "venues"> {
	/** The place of the stretch among those asked for. */
	stretch: number;
	dimension: Dimension;
	key: string;
}

type Sent = Record<keyof Omit<KeptPart, "dimension" | "key">, bigint | number> &
	Pick<KeptPart, "dimension" | "key">;

/**
 * Figures of some stretches of time as they were kept ready, in a time that does not depend on how
 * many sessions there are. Only keys under which something was delivered.
 */
export async function readKept(
	reader: Reader,
	dimensions: readonly Dimension[],
	stretches: readonly Stretch[],
): Promise<KeptPart[]> {
	const [only, ...more] = stretches;
	if (!only) return [];
	const rows =
		more.length === 0
			? await readWhole(reader, dimensions, only)
			: await readEach(reader, dimensions, stretches);
	return rows.map(partOf).filter(({ sessions }) => sessions !== 0);
}

const SUMS = Prisma.raw(
	["sessions", "youngPeople", "adults", "estimated"]
		.map((name) => `SUM(k."${name}") AS "${name}"`)
		.join(", "),
);

/** why no pairs: what spans two academic years is a venue, and adds nothing to other figures. */
function readWhole(reader: Reader, dimensions: readonly Dimension[], stretch: Stretch) {
	const units = Prisma.join(unitsIn(stretch).map(({ unit }) => unit));
	return reader.$queryRaw<Sent[]>(Prisma.sql`
		SELECT 0 AS "stretch", k."dimension", k."key", ${SUMS} FROM "KeptReach" k
		WHERE k."dimension" IN (${Prisma.join([...dimensions])})
			AND k."first" IN (${units}) AND k."last" IN (${units})
		GROUP BY k."dimension", k."key"`);
}

/**
 * why CROSS JOIN: it tells SQLite to look the pairs up, rather than read through all that is kept.
 * why raw: thousands of values take longer to hand over than to look up, and units are made here, of
 * digits and dashes.
 */
function readEach(reader: Reader, dimensions: readonly Dimension[], stretches: readonly Stretch[]) {
	const pairs = stretches.flatMap((stretch, at) =>
		pairsWithin(unitsIn(stretch)).map(([first, last]) => `(${at}, '${first}', '${last}')`),
	);
	return reader.$queryRaw<Sent[]>(Prisma.sql`
		WITH p("stretch", "first", "last") AS (VALUES ${Prisma.raw(pairs.join(", "))})
		SELECT p."stretch", k."dimension", k."key", ${SUMS} FROM p CROSS JOIN "KeptReach" k
		WHERE k."dimension" IN (${Prisma.join([...dimensions])})
			AND k."first" = p."first" AND k."last" = p."last"
		GROUP BY p."stretch", k."dimension", k."key"`);
}

function partOf({ dimension, key, ...figures }: Sent): KeptPart {
	return {
		dimension,
		key,
		stretch: Number(figures.stretch),
		sessions: Number(figures.sessions),
		youngPeople: Number(figures.youngPeople),
		adults: Number(figures.adults),
		estimated: Number(figures.estimated),
	};
}

/**
 * How many different venues something was delivered at.
 * why apart: a venue is known across academic years, and everything else is within one.
 */
export async function readKeptVenues(reader: Reader, stretch: Stretch): Promise<number> {
	const units = Prisma.join(unitsIn(stretch).map(({ unit }) => unit));
	const [counted] = await reader.$queryRaw<{ venues: bigint | number | null }[]>(Prisma.sql`
		SELECT SUM("venues") AS "venues" FROM "KeptReach"
		WHERE "dimension" = 'all' AND "first" IN (${units}) AND "last" IN (${units})`);
	return Number(counted?.venues ?? 0);
}
