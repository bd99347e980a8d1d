import type { DeclineReason } from "#app/domain/requests/decline-reasons.ts";
import type { RequestStatus } from "#app/domain/requests/request-status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { searchWords } from "#app/domain/venues/venue-search.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { yearGroupsOf } from "./programmes.ts";

export const wholeRequest = {
	venue: { include: { district: true } },
	programmes: {
		include: { programme: { include: { theme: true, agenciesNeeded: { select: { id: true } } } } },
		orderBy: { programme: { name: "asc" } },
	},
	yearGroups: true,
	dates: { orderBy: { position: "asc" } },
	sessions: {
		include: { session: { select: { reference: true, startsAt: true, endsAt: true } } },
		orderBy: { session: { startsAt: "asc" } },
	},
} satisfies Prisma.RequestInclude;

export type RequestRow = Prisma.RequestGetPayload<{ include: typeof wholeRequest }>;

/** A request with everything its pages and commands need. */
export interface RequestRecord
	extends Omit<
		RequestRow,
		"status" | "declineReason" | "programmes" | "yearGroups" | "dates" | "sessions" | "source"
	> {
	status: RequestStatus;
	source: "form" | "api";
	declineReason: DeclineReason | null;
	programmes: RequestedProgramme[];
	yearGroups: YearGroup[];
	/** In order of preference. */
	dates: { date: LocalDate; periods: string }[];
	/** What it was accepted into, in order of time. */
	sessions: { reference: string; startsAt: Date; endsAt: Date }[];
}

export interface RequestedProgramme {
	id: string;
	name: string;
	theme: string;
	lengthMinutes: number;
	largestGroup: number | null;
	facilitatorsNeeded: number;
	agencyIds: string[];
	yearGroups: YearGroup[];
}

// why the casts: the database's own checks keep these columns to the lists of the domain.
export function requestOf(row: RequestRow): RequestRecord {
	return {
		...row,
		status: row.status as RequestStatus,
		source: row.source as "form" | "api",
		declineReason: row.declineReason as DeclineReason | null,
		programmes: row.programmes.map(({ programme }) => ({
			id: programme.id,
			name: programme.name,
			theme: programme.theme.name,
			lengthMinutes: programme.lengthMinutes,
			largestGroup: programme.largestGroup,
			facilitatorsNeeded: programme.facilitatorsNeeded,
			agencyIds: programme.agenciesNeeded.map(({ id }) => id),
			yearGroups: yearGroupsOf(programme.yearGroups),
		})),
		yearGroups: sortYearGroups(row.yearGroups.map(({ yearGroup }) => yearGroup as YearGroup)),
		dates: row.dates.map(({ date, periods }) => ({ date, periods })),
		sessions: row.sessions.map(({ session }) => session),
	};
}

/** By its reference, or by its id as the links of schools carry it; null when unknown. */
export async function findRequest(
	reader: Reader,
	by: { reference: string } | { id: string } | { once: string },
): Promise<RequestRecord | null> {
	const row = await reader.request.findUnique({ where: by, include: wholeRequest });
	return row && requestOf(row);
}

export interface NewRequest {
	reference: string;
	once: string;
	source: "form" | "api";
	confirmed: boolean;
	now: Date;
	venueId: string | null;
	venueName: string;
	venueTown: string;
	venuePostcode: string;
	expectedYoungPeople: number;
	groups: number;
	room: string;
	equipment: string;
	contactName: string;
	contactEmail: string;
	contactRole: string;
	contactPhone: string | null;
	dslKnows: boolean;
	notes: string;
	programmeIds: readonly string[];
	yearGroups: readonly YearGroup[];
	dates: readonly { date: LocalDate; periods: string }[];
}

export async function insertRequest(tx: Transaction, request: NewRequest): Promise<string> {
	const { confirmed, now, programmeIds, yearGroups, dates, ...columns } = request;
	const days = dates.map(({ date }) => date).sort();
	const { id } = await tx.request.create({
		data: {
			...columns,
			status: confirmed ? "waiting" : "unconfirmed",
			receivedAt: now,
			confirmedAt: confirmed ? now : null,
			firstDate: days[0] ?? "",
			lastDate: days.at(-1) ?? "",
			searchText: requestSearchText(columns),
			programmes: { create: programmeIds.map((programmeId) => ({ programmeId })) },
			yearGroups: { create: yearGroups.map((yearGroup) => ({ yearGroup })) },
			dates: { create: dates.map((date, at) => ({ ...date, position: at + 1 })) },
		},
	});
	return id;
}

type Searched = Pick<
	NewRequest,
	"reference" | "venueName" | "venueTown" | "venuePostcode" | "contactName" | "contactEmail"
>;

/** What the queue finds a request by: what the school is called, and who asked. */
export function requestSearchText(request: Searched): string {
	const { reference, venueName, venueTown, venuePostcode, contactName, contactEmail } = request;
	const parts = [reference, venueName, venueTown, venuePostcode, contactName, contactEmail];
	return parts.map(searchWords).join("  ");
}

/** Whether one school has too many open requests from one address is for the caller to say. */
export async function countUnconfirmed(
	reader: Reader,
	contactEmail: string,
	since: Date,
): Promise<number> {
	return reader.request.count({
		where: { contactEmail, status: "unconfirmed", receivedAt: { gte: since } },
	});
}

export type RequestChange = Partial<
	Pick<NewRequest, "venueId"> & {
		status: RequestStatus;
		confirmedAt: Date;
		decidedAt: Date;
		offeredDate: LocalDate | null;
		offeredStart: string | null;
		offerWords: string;
		declineReason: DeclineReason;
		declineWords: string;
	}
>;

/** Writes a change unless somebody else's came first; false then. */
export async function updateRequest(
	tx: Transaction,
	{ id, version }: { id: string; version: number },
	change: RequestChange,
): Promise<boolean> {
	const { count } = await tx.request.updateMany({
		where: { id, version },
		data: { ...change, version: version + 1 },
	});
	return count === 1;
}

export async function linkSessions(
	tx: Transaction,
	requestId: string,
	references: readonly string[],
): Promise<void> {
	const sessions = await tx.session.findMany({
		where: { reference: { in: [...references] } },
		select: { id: true },
	});
	await tx.requestSession.createMany({
		data: sessions.map(({ id }) => ({ sessionId: id, requestId })),
	});
}

/** Ids of what nobody confirmed since `before`. */
export async function findStaleUnconfirmed(reader: Reader, before: Date): Promise<string[]> {
	const rows = await reader.request.findMany({
		where: { status: "unconfirmed", receivedAt: { lt: before } },
		select: { id: true },
		take: 500,
	});
	return rows.map(({ id }) => id);
}

/** Removes what nobody confirmed, and the mail that asked for it. */
export async function deleteUnconfirmed(
	tx: Transaction,
	ids: readonly string[],
	messageIds: readonly string[],
): Promise<number> {
	const { count } = await tx.request.deleteMany({
		where: { id: { in: [...ids] }, status: "unconfirmed" },
	});
	await tx.outboxMessage.deleteMany({
		where: { messageId: { in: [...messageIds] }, status: { not: "sending" } },
	});
	return count;
}
