import type { FactRow } from "#app/domain/coverage/fact-book.ts";
import type { CoverageWindow } from "#app/domain/coverage/window.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { awaitingCloseOut } from "./session-where.ts";

interface Asked {
	window: CoverageWindow;
	now: Date;
	themeId?: string | undefined;
	/** Only of these venues, up to ten thousand; all when left out. */
	venueIds?: readonly string[] | undefined;
}

/** A day and a reference as one text, so that the database finds the last session by MAX. */
const mark = Prisma.sql`(s."localDate" || ' ' || s."reference")`;

/** @param theme what a session's theme is read from */
function onSession({ window, themeId, venueIds }: Asked, theme: Prisma.Sql): Prisma.Sql {
	const conditions = [
		...(window.to === null ? [] : [Prisma.sql`s."localDate" <= ${window.to}`]),
		...(themeId === undefined ? [] : [Prisma.sql`${theme} = ${themeId}`]),
		...(venueIds === undefined ? [] : [Prisma.sql`s."venueId" IN (${Prisma.join([...venueIds])})`]),
	];
	return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(conditions, " AND ");
}

type Place = Pick<FactRow, "venueId" | "themeId" | "yearGroup">;

/**
 * Every fact that a state of coverage can go by, up to the window's end: by venue, theme and year
 * group the last delivery, the next booking, the last that came to nothing and the last session that
 * nobody has closed out. In three queries.
 */
export async function readCoverageFacts(reader: Reader, asked: Asked): Promise<FactRow[]> {
	if (asked.venueIds?.length === 0) return [];
	const [delivered, others, requests] = await Promise.all([
		readDelivered(reader, asked),
		readOthers(reader, asked),
		readDeclinedRequests(reader, asked),
	]);
	return [
		...delivered.map(({ last, ...place }) => factRow(place, "delivered", last)),
		...others.flatMap(({ booked, declined, awaiting, ...place }) => [
			...(booked === null ? [] : [factRow(place, "booked", booked)]),
			...(declined === null ? [] : [factRow(place, "declined", declined)]),
			...(awaiting === null ? [] : [factRow(place, "awaiting", awaiting)]),
		]),
		...requests.map(({ last, ...place }) => {
			const row = factRow(place, "declined", last);
			return { ...row, mark: { ...row.mark, requested: true } };
		}),
	];
}

function factRow(place: Place, kind: FactRow["kind"], text: string): FactRow {
	return { ...place, kind, mark: markOf(text, place.venueId) };
}

function markOf(text: string, venueId: string): FactRow["mark"] {
	return { date: text.slice(0, 10), reference: text.slice(11), venueId };
}

const countedTheme = Prisma.sql`COALESCE(k."themeId", p."themeId")`;
/** Close-outs in force by year group; what reach counts a session under is kept in "CountedSession". */
const deliveredTables = Prisma.sql`"Session" s
	JOIN "Programme" p ON p."id" = s."programmeId"
	JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
	JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0
	LEFT JOIN "CountedSession" k ON k."sessionId" = s."id"`;

/**
 * Sessions at which at least one young person of the year group was, by the close-out in force and
 * under the theme that they are counted under in reach, whatever the programme's is today.
 */
function readDelivered(reader: Reader, asked: Asked): Promise<(Place & { last: string })[]> {
	return reader.$queryRaw(Prisma.sql`
		SELECT s."venueId", ${countedTheme} AS "themeId", h."yearGroup", MAX(${mark}) AS "last"
		FROM ${deliveredTables}
		WHERE s."status" = 'delivered' AND ${onSession(asked, countedTheme)}
		GROUP BY s."venueId", ${countedTheme}, h."yearGroup"`);
}

/** Every day on which a year group of these venues had a theme, for those who follow a cohort. */
export async function readDeliveredDays(
	reader: Reader,
	venueIds: readonly string[],
): Promise<(Place & { mark: FactRow["mark"] })[]> {
	if (venueIds.length === 0) return [];
	const rows = await reader.$queryRaw<(Place & { day: string })[]>(Prisma.sql`
		SELECT s."venueId", ${countedTheme} AS "themeId", h."yearGroup", ${mark} AS "day"
		FROM ${deliveredTables}
		WHERE s."status" = 'delivered' AND s."venueId" IN (${Prisma.join([...venueIds])})`);
	return rows.map(({ day, ...place }) => ({ ...place, mark: markOf(day, place.venueId) }));
}

type Others = Place & Record<"booked" | "declined" | "awaiting", string | null>;

function readOthers(reader: Reader, asked: Asked): Promise<Others[]> {
	const toCome = Prisma.sql`s."status" IN ('provisional', 'confirmed') AND s."endsAt" > ${asked.now}`;
	const refused = Prisma.sql`s."status" = 'cancelled' AND s."cancelledBy" = 'school'`;
	const waiting = awaitingCloseOut(asked.now);
	return reader.$queryRaw(Prisma.sql`
		SELECT s."venueId", p."themeId", y."yearGroup",
			MIN(CASE WHEN ${toCome} THEN ${mark} END) AS "booked",
			MAX(CASE WHEN ${refused} THEN ${mark} END) AS "declined",
			MAX(CASE WHEN ${waiting} THEN ${mark} END) AS "awaiting"
		FROM "Session" s
		JOIN "Programme" p ON p."id" = s."programmeId"
		JOIN "SessionYearGroup" y ON y."sessionId" = s."id"
		WHERE s."status" IN ('provisional', 'confirmed', 'cancelled') AND ${onSession(asked, Prisma.sql`p."themeId"`)}
		GROUP BY s."venueId", p."themeId", y."yearGroup"`);
}

/** What schools asked for and did not get, by the first day that they asked for. */
function readDeclinedRequests(reader: Reader, asked: Asked): Promise<(Place & { last: string })[]> {
	const { window, themeId, venueIds } = asked;
	const conditions = [
		Prisma.sql`r."status" = 'declined' AND r."venueId" IS NOT NULL`,
		...(window.to === null ? [] : [Prisma.sql`r."firstDate" <= ${window.to}`]),
		...(themeId === undefined ? [] : [Prisma.sql`p."themeId" = ${themeId}`]),
		...(venueIds === undefined ? [] : [Prisma.sql`r."venueId" IN (${Prisma.join([...venueIds])})`]),
	];
	return reader.$queryRaw(Prisma.sql`
		SELECT r."venueId", p."themeId", y."yearGroup",
			MAX(r."firstDate" || ' ' || r."reference") AS "last"
		FROM "Request" r
		JOIN "RequestProgramme" rp ON rp."requestId" = r."id"
		JOIN "Programme" p ON p."id" = rp."programmeId"
		JOIN "RequestYearGroup" y ON y."requestId" = r."id"
		WHERE ${Prisma.join(conditions, " AND ")}
		GROUP BY r."venueId", p."themeId", y."yearGroup"`);
}
