import { insertCloseOut } from "#app/data/close-outs.ts";
import type { Database } from "#app/data/database.ts";
import type { Engine } from "#app/data/engine.ts";
import { remakeKeptReach } from "#app/data/keep-reach.ts";
import type { ReachQuery } from "#app/data/live-reach.ts";
import { readOutcomes } from "#app/data/outcomes.ts";
import { readLiveReach, readReach, readThemesOverTime } from "#app/data/reach.ts";
import { readVenuePage } from "#app/data/venue-reach.ts";
import { type Period, periodBefore, periodFrom } from "#app/domain/periods.ts";
import { type Grouping, groupings } from "#app/domain/reach/groupings.ts";
import { testNow } from "#tests/setup/databases.ts";
import { FIRST_YEAR, fillArchive, YEARS } from "./archive.ts";
import { type Bench, type Measured, medians } from "./bench.ts";
import { withDatabases } from "./own-database.ts";

const FEW = { sessions: 1000, venues: 400 };
/** Fewer where a machine has no time for a million: BENCH_SESSIONS=100000. */
const size = Number(process.env.BENCH_SESSIONS ?? 1_000_000);
const MANY = { sessions: size, venues: Math.max(400, size / 50) };

/** One of every kind of period, whole and odd, short and all there is. */
const periods = [
	["2015-01-01", "2015-12-31"],
	["2015-09-01", "2016-08-31"],
	["2015-04-01", "2016-03-31"],
	["2015-09-01", "2015-12-31"],
	["2015-04-01", "2015-06-30"],
	["2015-10-01", "2015-10-31"],
	["2015-01-10", "2015-03-17"],
	["2012-11-12", "2016-03-17"],
	[`${FIRST_YEAR}-09-01`, `${FIRST_YEAR + YEARS}-08-31`],
].map(([from = "", to = ""]) => periodFrom(from, to));

function queryFor({ from, to }: Period): ReachQuery {
	const chosen = { filter: { from, to }, chosen: {}, searchedPeople: [] };
	return { chosen, now: testNow };
}

/** All that /reach reads of the sessions for one period and grouping. */
async function readPage({ client }: Database, period: Period, by: Grouping): Promise<void> {
	const query = queryFor(period);
	const first = by === "theme";
	const splits: Grouping[] = first ? ["theme", "district", "year_group", "agency", "month"] : [by];
	await Promise.all([
		readReach(client, query, ["theme", ...splits.filter((one) => one !== "venue")]),
		readReach(client, queryFor(periodBefore(period)), []),
		readOutcomes(client, query),
		first ? readThemesOverTime(client, query, "month") : null,
		by === "venue" ? readVenuePage(client, query, { page: 1, size: 100 }) : null,
	]);
}

async function againstFew(many: Database, few: Database, by: Grouping): Promise<Measured> {
	let worst: Measured | undefined;
	for (const period of periods) {
		const [ours = 0, floor = 1] = await medians(
			[many, few].map((database) => () => readPage(database, period, by)),
			{ rounds: 7 },
		);
		if (worst && ours / floor <= worst.ours / worst.floor) continue;
		const what = `by ${by}, worst period: ${period.from} to ${period.to}`;
		worst = { what, against: "1,000 sessions", ours, floor, unit: "ms", aim: 2 };
	}
	if (!worst) throw new Error("There are no periods");
	return worst;
}

async function againstLive({ client }: Database, period: Period): Promise<Measured> {
	const query = queryFor(period);
	const splits: Grouping[] = ["theme", "district", "year_group", "agency"];
	const [kept = 0] = await medians([() => readReach(client, query, splits)], { rounds: 9 });
	const [live = 0] = await medians([() => readLiveReach(client, query, splits)], { rounds: 1 });
	return {
		what: `kept ready, ${period.label}`,
		against: "adding up the sessions then",
		ours: kept,
		floor: live,
		unit: "ms",
		aim: 0.02,
	};
}

/** What closing one session out takes in the database; it is closed out anew each time. */
function closingOut(database: Database) {
	const record = {
		sessionId: "s77",
		correctionReason: null,
		recordedByName: "Bench",
		now: testNow,
	};
	return (adults: number) =>
		database.transaction((tx) =>
			insertCloseOut(tx, {
				...record,
				closeOut: {
					outcome: "delivered",
					counted: "counted",
					adults,
					headcounts: [{ yearGroup: "Y8", youngPeople: 20 + adults }],
					followUps: [],
					note: undefined,
				},
			}),
		);
}

async function measure(engine: Engine): Promise<Measured[]> {
	return withDatabases(engine, 2, async (databases) => {
		const [few, many] = databases.map(({ database }) => database);
		if (!few || !many) throw new Error("Two databases were asked for");
		for (const [database, size] of [
			[few, FEW],
			[many, MANY],
		] as const) {
			await fillArchive(database, size);
			await remakeKeptReach(database);
			await database.client.$executeRaw`ANALYZE`;
		}
		const lines: Measured[] = [];
		for (const by of groupings) lines.push(await againstFew(many, few, by));
		const whole = periods.at(-1);
		for (const period of [periods[0], periods[1], whole]) {
			if (period) lines.push(await againstLive(many, period));
		}
		let turn = 0;
		const [ours = 0, floor = 0] = await medians(
			[many, few].map((database) => {
				const close = closingOut(database);
				return () => close((turn++ % 7) + 1);
			}),
		);
		const what = "closing a session out, what is kept included";
		lines.push({ what, against: "1,000 sessions", ours, floor, unit: "ms", aim: 2 });
		return lines.map((line) => ({ ...line, what: `${engine}: ${line.what}` }));
	});
}

export const bench: Bench = {
	name: `Reach of ${size} delivered sessions, read as the page reads it`,
	run: async () => [...(await measure("sqlite")), ...(await measure("postgresql"))],
};
