import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

const prepared = {
	programme: { select: { name: true, bring: true } },
	venue: true,
	yearGroups: true,
	assignments: {
		select: { personId: true, lead: true, person: { select: { name: true } } },
		orderBy: [{ lead: "desc" }, { id: "asc" }],
	},
	invites: {
		where: { kind: "contact", withdrawnAt: null },
		select: { name: true, contact: { select: { phone: true, role: true } } },
		orderBy: { id: "asc" },
	},
} satisfies Prisma.SessionInclude;

type Row = Prisma.SessionGetPayload<{ include: typeof prepared }>;

/** A session with all that whoever delivers it needs on the way there. */
export interface PreparedSession extends Omit<Row, "status" | "yearGroups"> {
	status: SessionStatus;
	yearGroups: YearGroup[];
}

function preparedOf({ status, yearGroups, ...row }: Row): PreparedSession {
	return {
		...row,
		status: status as SessionStatus,
		yearGroups: sortYearGroups(yearGroups.map(({ yearGroup }) => yearGroup as YearGroup)),
	};
}

/** What somebody delivers between two local dates, both included, in order of time. */
export async function readPersonSessions(
	reader: Reader,
	personId: string,
	{ from, to }: { from: LocalDate; to: LocalDate },
): Promise<PreparedSession[]> {
	const rows = await reader.session.findMany({
		where: { assignments: { some: { personId } }, localDate: { gte: from, lte: to } },
		include: prepared,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	return rows.map(preparedOf);
}

/** The next session of somebody that is not over yet, under way included; null when there is none. */
export async function readNextSession(
	reader: Reader,
	personId: string,
	now: Date,
): Promise<PreparedSession | null> {
	const row = await reader.session.findFirst({
		where: {
			assignments: { some: { personId } },
			endsAt: { gt: now },
			status: { in: ["provisional", "confirmed"] },
		},
		include: prepared,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	return row && preparedOf(row);
}

/** Sessions of somebody that are over and not closed out, oldest first. */
export async function readToCloseOut(
	reader: Reader,
	personId: string,
	now: Date,
): Promise<PreparedSession[]> {
	const rows = await reader.session.findMany({
		// The rule of isAwaitingCloseOut (app/domain/sessions/status.ts), as the database asks it.
		where: {
			assignments: { some: { personId } },
			status: "confirmed",
			endsAt: { lte: now },
		},
		include: prepared,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	return rows.map(preparedOf);
}
