import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import type { ShownStatus } from "#app/domain/sessions/status.ts";
import { phases } from "#app/domain/venues/venue-kinds.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/**
 * The condition on "Session" s that a filter means: one piece of SQL for the list, its file and
 * every figure, so that a figure and the list behind it cannot disagree. Reads on both engines.
 * @param now decides which sessions await their close-out
 */
export function sessionWhere(chosen: ChosenFilter, now: Date): Prisma.Sql {
	const conditions = [
		...onSession(chosen, now),
		...onPlaceAndPeople(chosen),
		...onWhatCame(chosen),
	];
	return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(conditions, " AND ");
}

function onSession({ filter, chosen }: ChosenFilter, now: Date): Prisma.Sql[] {
	const { from, to, status, cancelledBy, imported, ref } = filter;
	return [
		...(from ? [Prisma.sql`s."localDate" >= ${from}`] : []),
		...(to ? [Prisma.sql`s."localDate" <= ${to}`] : []),
		...(chosen.team ? [Prisma.sql`s."teamId" = ${chosen.team.id}`] : []),
		...(chosen.programme ? [Prisma.sql`s."programmeId" = ${chosen.programme.id}`] : []),
		...(chosen.venue ? [Prisma.sql`s."venueId" = ${chosen.venue.id}`] : []),
		...(status ? [hasStatus(status, now)] : []),
		...(cancelledBy
			? [Prisma.sql`s."status" = 'cancelled' AND s."cancelledBy" = ${cancelledBy}`]
			: []),
		...(imported ? [wasImported(imported)] : []),
		...(ref ? [Prisma.sql`s."reference" IN (${Prisma.join(ref)})`] : []),
	];
}

function wasImported(which: string): Prisma.Sql {
	if (which === "yes") return Prisma.sql`s."importId" IS NOT NULL`;
	return Prisma.sql`s."importId" = ${which}`;
}

function hasStatus(status: ShownStatus, now: Date): Prisma.Sql {
	if (status === "awaiting_close_out") return awaitingCloseOut(now);
	if (status === "confirmed") return Prisma.sql`s."status" = 'confirmed' AND s."endsAt" > ${now}`;
	return Prisma.sql`s."status" = ${status}`;
}

/** The rule of isAwaitingCloseOut (app/domain/sessions/status.ts), as the database asks it. */
export function awaitingCloseOut(now: Date): Prisma.Sql {
	return Prisma.sql`s."status" = 'confirmed' AND s."endsAt" <= ${now}`;
}

/**
 * why two ways: a closed-out session is found under what it was counted under then, whatever its
 * venue, programme and people are now; of all others what is now is all there is.
 */
function countedOr(counted: Prisma.Sql, now: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`(CASE WHEN s."status" IN ('delivered', 'not_delivered')
		THEN ${counted} ELSE ${now} END)`;
}

function onPlaceAndPeople({ filter, chosen, searchedPeople }: ChosenFilter): Prisma.Sql[] {
	const { phase, venueType, q } = filter;
	const { theme, district, agency, person } = chosen;
	return [
		...(theme ? [ofTheme(theme.id)] : []),
		...(district === undefined ? [] : [inDistrict(district?.id ?? null)]),
		...(phase === undefined ? [] : [ofPhase(phase)]),
		...(venueType === undefined ? [] : [ofVenueType(venueType)]),
		...(agency === undefined ? [] : [ofAgency(agency?.id ?? null)]),
		...(person ? [hasPeople([person.id])] : []),
		...(q ? [searched(q, searchedPeople)] : []),
	];
}

function countedUnder(condition: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`EXISTS (SELECT 1 FROM "CountedSession" f
		WHERE f."sessionId" = s."id" AND ${condition})`;
}

function ofTheme(id: string): Prisma.Sql {
	return countedOr(
		countedUnder(Prisma.sql`f."themeId" = ${id}`),
		Prisma.sql`s."programmeId" IN (SELECT "id" FROM "Programme" WHERE "themeId" = ${id})`,
	);
}

function inDistrict(code: string | null): Prisma.Sql {
	const here = code === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${code}`;
	return countedOr(
		countedUnder(Prisma.sql`f."districtCode" ${here}`),
		atVenue(Prisma.sql`"districtCode" ${here}`),
	);
}

/** A phase that is not on our list counts as none, as in the figures (see knownPhase). */
function ofPhase(phase: string): Prisma.Sql {
	if (phase !== NONE) {
		const here = Prisma.sql`"phase" = ${phase}`;
		return countedOr(countedUnder(here), atVenue(here));
	}
	return countedOr(
		countedUnder(Prisma.sql`f."phase" IS NULL`),
		atVenue(Prisma.sql`("phase" IS NULL OR "phase" NOT IN (${Prisma.join([...phases])}))`),
	);
}

function ofVenueType(type: string): Prisma.Sql {
	return countedOr(
		countedUnder(Prisma.sql`f."venueType" = ${type}`),
		atVenue(Prisma.sql`"kind" = ${type}`),
	);
}

function atVenue(condition: Prisma.Sql): Prisma.Sql {
	return Prisma.sql`s."venueId" IN (SELECT "id" FROM "Venue" WHERE ${condition})`;
}

function ofAgency(agencyId: string | null): Prisma.Sql {
	if (agencyId === null) {
		return countedOr(
			Prisma.sql`NOT EXISTS (SELECT 1 FROM "CountedAgency" g WHERE g."sessionId" = s."id")`,
			Prisma.sql`NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."sessionId" = s."id")`,
		);
	}
	return countedOr(
		Prisma.sql`EXISTS (SELECT 1 FROM "CountedAgency" g
			WHERE g."sessionId" = s."id" AND g."agencyId" = ${agencyId})`,
		Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId"
			WHERE a."sessionId" = s."id" AND p."agencyId" = ${agencyId})`,
	);
}

function hasPeople(ids: readonly string[]): Prisma.Sql {
	return Prisma.sql`s."id" IN (
		SELECT a."sessionId" FROM "Assignment" a WHERE a."personId" IN (${Prisma.join([...ids])}))`;
}

/** Any of reference, venue and person. No wildcard of LIKE survives into the patterns. */
function searched(q: string, people: readonly string[]): Prisma.Sql {
	const reference = q.trim().toUpperCase();
	const { terms } = parseVenueQuery(q);
	const either = [
		...(/^[A-Z0-9-]+$/.test(reference) ? [Prisma.sql`s."reference" LIKE ${`%${reference}%`}`] : []),
		...(terms.length > 0
			? [
					Prisma.sql`s."venueId" IN (SELECT "id" FROM "Venue" WHERE ${Prisma.join(
						terms.map((term) => Prisma.sql`"searchText" LIKE ${`%${term}%`}`),
						" AND ",
					)})`,
				]
			: []),
		...(people.length > 0 ? [hasPeople(people)] : []),
	];
	return either.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`(${Prisma.join(either, " OR ")})`;
}

function onWhatCame({ filter }: ChosenFilter): Prisma.Sql[] {
	const { counted, yearGroup } = filter;
	return [
		...(counted
			? [
					Prisma.sql`s."status" = 'delivered' AND s."id" IN (
				SELECT "sessionId" FROM "CloseOut" WHERE "current" AND "counted" = ${counted})`,
				]
			: []),
		...(yearGroup ? [hasYearGroup(yearGroup)] : []),
	];
}

/** Year groups that came at least one strong; of sessions without a record, those booked. */
function hasYearGroup(yearGroup: string): Prisma.Sql {
	const none = yearGroup === NONE;
	const came = Prisma.sql`SELECT c."sessionId" FROM "CloseOut" c
		JOIN "Headcount" h ON h."closeOutId" = c."id"
		WHERE c."current" AND h."youngPeople" > 0
			${none ? Prisma.empty : Prisma.sql`AND h."yearGroup" = ${yearGroup}`}`;
	const booked = Prisma.sql`SELECT y."sessionId" FROM "SessionYearGroup" y
		${none ? Prisma.empty : Prisma.sql`WHERE y."yearGroup" = ${yearGroup}`}`;
	const isIn = none ? Prisma.sql`NOT IN` : Prisma.sql`IN`;
	return Prisma.sql`((s."status" = 'delivered' AND s."id" ${isIn} (${came}))
		OR (s."status" <> 'delivered' AND s."id" ${isIn} (${booked})))`;
}
