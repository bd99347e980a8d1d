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

type Sent = Record<keyof Omit<KeptPart, "dimension" | "key">, bigint | number | string> &
	Pick<KeptPart, "dimension" | "key">;

/** How many pairs go into one query: two values each, and more than any period of one year has. */
const PAIRS_AT_ONCE = 8000;

/**
 * Figures of some stretches of time as they were kept ready, in a time that does not depend on how
 * many sessions there are. Only keys under which something was delivered.
 */
export async function readKept(
	reader: Reader,
	dimensions: readonly Dimension[],
	stretches: readonly Stretch[],
): Promise<KeptPart[]> {
	const pairs = stretches.flatMap((stretch, at) =>
		pairsWithin(unitsIn(stretch)).map(
			([first, last]) => Prisma.sql`(${String(at)}, ${first}, ${last})`,
		),
	);
	const parts = new Map<string, KeptPart>();
	for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) {
		for (const row of await readPairs(reader, dimensions, pairs.slice(at, at + PAIRS_AT_ONCE))) {
			const name = `${row.stretch} ${row.dimension} ${row.key}`;
			const known = parts.get(name);
			parts.set(name, known ? added(known, row) : row);
		}
	}
	return [...parts.values()].filter(({ sessions }) => sessions !== 0);
}

function added(a: KeptPart, b: KeptPart): KeptPart {
	return {
		...a,
		sessions: a.sessions + b.sessions,
		youngPeople: a.youngPeople + b.youngPeople,
		adults: a.adults + b.adults,
		estimated: a.estimated + b.estimated,
	};
}

/** why CROSS JOIN: it tells SQLite to look the pairs up, rather than read through all that is kept. */
async function readPairs(
	reader: Reader,
	dimensions: readonly Dimension[],
	pairs: readonly Prisma.Sql[],
): Promise<KeptPart[]> {
	const rows = await reader.$queryRaw<Sent[]>(Prisma.sql`
		WITH p("stretch", "first", "last") AS (VALUES ${Prisma.join([...pairs])})
		SELECT p."stretch", k."dimension", k."key", SUM(k."sessions") AS "sessions",
			SUM(k."youngPeople") AS "youngPeople", SUM(k."adults") AS "adults",
			SUM(k."estimated") AS "estimated"
		FROM p CROSS JOIN "KeptReach" k
		WHERE k."dimension" IN (${Prisma.join([...dimensions])})
			AND k."first" = p."first" AND k."last" = p."last"
		GROUP BY p."stretch", k."dimension", k."key"`);
	return rows.map(({ dimension, key, ...figures }) => ({
		dimension,
		key,
		stretch: Number(figures.stretch),
		sessions: Number(figures.sessions),
		youngPeople: Number(figures.youngPeople),
		adults: Number(figures.adults),
		estimated: Number(figures.estimated),
	}));
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
