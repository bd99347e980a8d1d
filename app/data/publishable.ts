import { type ReachCells, reachOf } from "#app/domain/reach/cells.ts";
import type { CountedSession, PublishedFigures } from "#app/domain/reach/publication.ts";
import type { ChosenFilter, FilterChoice } from "#app/domain/sessions/filter-choices.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { readReachCells } from "./live-reach.ts";
import { readReach } from "./reach.ts";
import { sessionWhere } from "./session-where.ts";

export interface PublishableQuery {
	/** Period and team; nothing narrower. */
	chosen: ChosenFilter;
	/** In the order in which they are told; null for all there are. */
	themes: readonly FilterChoice[] | null;
	/** Every theme, in the order of lists. */
	allThemes: readonly FilterChoice[];
	now: Date;
}

/** As many sessions as one publication may list. */
export const MAX_PUBLISHED = 20_000;

export type Publishable =
	| { ok: true; figures: PublishedFigures; sessions: CountedSession[] }
	/** Somebody recorded something between two reads: the list does not add up to the figures. */
	| { ok: false; reason: "unsettled" }
	| { ok: false; reason: "too_many" };

type SessionRow = Omit<CountedSession, "heads"> & { venueKind: string };

/** The figures that a line for the press is made of, with exactly the sessions behind them. */
export async function readPublishable(
	reader: Reader,
	query: PublishableQuery,
): Promise<Publishable> {
	const { chosen, now, themes } = query;
	const delivered: ChosenFilter = {
		...chosen,
		filter: { ...chosen.filter, status: "delivered" },
	};
	const read = await readReach(reader, { chosen, now }, ["theme"]);
	if (read.total.sessions > MAX_PUBLISHED) return { ok: false, reason: "too_many" };
	const [rows, heads] = await Promise.all([
		readRows(reader, delivered, now),
		readHeads(reader, delivered, now),
	]);
	const ids = themes && new Set(themes.map(({ id }) => id));
	const wanted = rows.filter(({ themeId }) => ids === null || ids.has(themeId));
	const total =
		ids === null
			? read.total
			: reachOf(cellsOf(await readReachCells(reader, { chosen, now }, { agencies: false }), ids));
	const sessions = wanted.map(({ venueKind: _kind, ...row }) => ({
		...row,
		heads: heads.get(row.sessionId) ?? {},
	}));
	const sum = (of: (session: CountedSession) => number) =>
		sessions.reduce((all, session) => all + of(session), 0);
	const agrees =
		sessions.length === total.sessions &&
		sum(({ youngPeople }) => youngPeople) === total.youngPeople &&
		sum(({ adults }) => adults) === total.adults;
	if (!agrees) return { ok: false, reason: "unsettled" };
	const figures = {
		...total,
		...placesOf(wanted),
		...countedOf(sessions),
		themes: themeFigures(query, read.parts.get("theme") ?? []),
		yearGroups: yearGroupFigures(sessions),
	};
	return { ok: true, figures, sessions };
}

function cellsOf({ sessions, heads }: ReachCells, themes: ReadonlySet<string>): ReachCells {
	const ofThem = ({ themeId }: { themeId: string }) => themes.has(themeId);
	return { sessions: sessions.filter(ofThem), heads: heads.filter(ofThem) };
}

function placesOf(rows: readonly SessionRow[]) {
	const kinds = new Map(rows.map(({ venueId, venueKind }) => [venueId, venueKind]));
	const schools = [...kinds.values()].filter((kind) => kind === "school").length;
	return { schools, otherPlaces: kinds.size - schools };
}

function countedOf(sessions: readonly CountedSession[]) {
	const estimated = sessions.filter(({ counted }) => counted === "estimated").length;
	return { counted: sessions.length - estimated, estimated };
}

type Parts = NonNullable<ReturnType<Awaited<ReturnType<typeof readReach>>["parts"]["get"]>>;

function themeFigures({ themes, allThemes }: PublishableQuery, parts: Parts) {
	return (themes ?? allThemes).flatMap(({ id, name }) => {
		const part = parts.find(({ key }) => key === id);
		if (!part && themes === null) return [];
		const none = { sessions: 0, youngPeople: 0, estimatedDistinct: 0, adults: 0 };
		const { key: _key, ...figures } = part ?? { key: id, ...none };
		return [{ themeId: id, theme: name, ...figures }];
	});
}

function yearGroupFigures(sessions: readonly CountedSession[]) {
	const totals = new Map<YearGroup, number>();
	for (const { heads } of sessions) {
		for (const [yearGroup, youngPeople] of Object.entries(heads)) {
			const code = yearGroup as YearGroup;
			totals.set(code, (totals.get(code) ?? 0) + youngPeople);
		}
	}
	return sortYearGroups(totals.keys()).map((yearGroup) => ({
		yearGroup,
		youngPeople: totals.get(yearGroup) ?? 0,
	}));
}

async function readRows(reader: Reader, chosen: ChosenFilter, now: Date): Promise<SessionRow[]> {
	const rows = await reader.$queryRaw<SessionRow[]>(Prisma.sql`
		SELECT s."id" AS "sessionId", s."reference", s."localDate", t."id" AS "themeId",
			t."name" AS "theme", pr."id" AS "programmeId", pr."name" AS "programme",
			v."id" AS "venueId", v."name" AS "venue", f."venueType" AS "venueKind",
			d."name" AS "district", team."name" AS "team", c."counted",
			c."youngPeople", c."adults", c."revision"
		FROM "Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		JOIN "CountedSession" f ON f."sessionId" = s."id"
		JOIN "Programme" pr ON pr."id" = s."programmeId"
		JOIN "Theme" t ON t."id" = f."themeId"
		JOIN "Venue" v ON v."id" = s."venueId"
		JOIN "Team" team ON team."id" = s."teamId"
		LEFT JOIN "District" d ON d."code" = f."districtCode"
		WHERE ${sessionWhere(chosen, now)}
		ORDER BY s."startsAt", s."id"`);
	return rows.map((row) => ({
		...row,
		youngPeople: Number(row.youngPeople),
		adults: Number(row.adults),
		revision: Number(row.revision),
	}));
}

async function readHeads(reader: Reader, chosen: ChosenFilter, now: Date) {
	const rows = await reader.$queryRaw<
		{ sessionId: string; yearGroup: string; youngPeople: bigint | number }[]
	>(Prisma.sql`
		SELECT s."id" AS "sessionId", h."yearGroup", h."youngPeople"
		FROM "Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0
		WHERE ${sessionWhere(chosen, now)}
		ORDER BY h."yearGroup"`);
	const heads = new Map<string, Record<string, number>>();
	for (const { sessionId, yearGroup, youngPeople } of rows) {
		heads.set(sessionId, { ...heads.get(sessionId), [yearGroup]: Number(youngPeople) });
	}
	return heads;
}
