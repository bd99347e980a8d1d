import type { MessageStatus } from "#app/domain/invites/delivery.ts";
import { inviteTruth } from "#app/domain/invites/invite-truth.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** What pages show of the outbox. */

const EXPORT_BATCH = 200;

const heading = {
	id: true,
	why: true,
	method: true,
	status: true,
	toName: true,
	toAddress: true,
	subject: true,
	attempts: true,
	attemptedAt: true,
	dueAt: true,
	sentAt: true,
	answer: true,
	createdAt: true,
	webhookId: true,
	invite: { select: { id: true, session: { select: { reference: true, endsAt: true } } } },
} satisfies Prisma.OutboxMessageSelect;

type Row = Prisma.OutboxMessageGetPayload<{ select: typeof heading }>;

/** A message as a list shows it. */
export interface MessageHeading extends Omit<Row, "invite" | "status"> {
	status: MessageStatus;
	inviteId: string | null;
	reference: string | null;
	/** When the session ends; null for plain mail. */
	endsAt: Date | null;
}

function headingOf<Given extends Row>({ invite, status, ...row }: Given) {
	return {
		...row,
		status: status as MessageStatus,
		inviteId: invite?.id ?? null,
		reference: invite?.session.reference ?? null,
		endsAt: invite?.session.endsAt ?? null,
	};
}

/** Whose messages are shown: mail about accounts holds links that let their reader in. */
export interface OutboxReader {
	accounts: boolean;
}

export interface OutboxQuery extends OutboxReader {
	/** None of these: all. */
	statuses: readonly MessageStatus[];
	/** Part of a name, an address, a subject or a reference. */
	search: string;
	page: number;
	pageSize: number;
}

/** Newest first, and how many there are. */
export async function readOutbox(
	reader: Reader,
	query: OutboxQuery,
): Promise<{ messages: MessageHeading[]; total: number }> {
	const where = whereOf(query);
	const [rows, total] = await Promise.all([
		reader.outboxMessage.findMany({
			where,
			select: heading,
			orderBy: { id: "desc" },
			skip: (query.page - 1) * query.pageSize,
			take: query.pageSize,
		}),
		reader.outboxMessage.count({ where }),
	]);
	return { messages: rows.map(headingOf), total };
}

/** All that a query means, newest first, some hundreds in memory at once. */
export async function* exportOutbox(
	reader: Reader,
	query: Omit<OutboxQuery, "page" | "pageSize">,
): AsyncGenerator<MessageHeading> {
	const where = whereOf(query);
	let before: number | undefined;
	for (;;) {
		const rows: Row[] = await reader.outboxMessage.findMany({
			where: { AND: [where, before === undefined ? {} : { id: { lt: before } }] },
			select: heading,
			orderBy: { id: "desc" },
			take: EXPORT_BATCH,
		});
		yield* rows.map(headingOf);
		before = rows.at(-1)?.id;
		if (rows.length < EXPORT_BATCH) return;
	}
}

function whereOf({
	statuses,
	search,
	accounts,
}: Omit<OutboxQuery, "page" | "pageSize">): Prisma.OutboxMessageWhereInput {
	return {
		...(statuses.length > 0 && { status: { in: [...statuses] } }),
		...(!accounts && { why: { not: "account" } }),
		...(search !== "" && {
			OR: [
				{ searchText: { contains: search.toLowerCase() } },
				{ invite: { session: { reference: search.toUpperCase() } } },
			],
		}),
	};
}

/** How many messages there are in each state. */
export async function countOutbox(
	reader: Reader,
	{ accounts }: OutboxReader,
): Promise<Record<MessageStatus, number>> {
	const groups = await reader.outboxMessage.groupBy({
		by: ["status"],
		where: accounts ? {} : { why: { not: "account" } },
		_count: { _all: true },
	});
	const counted = Object.fromEntries(groups.map(({ status, _count }) => [status, _count._all]));
	const none = { held: 0, waiting: 0, sending: 0, sent: 0, failed: 0, replaced: 0 };
	return { ...none, ...counted };
}

export type WholeMessage = NonNullable<Awaited<ReturnType<typeof findMessage>>>;

/** One message with its words; null when it is not there or not for this reader. */
export async function findMessage(reader: Reader, id: number, { accounts }: OutboxReader) {
	const row = await reader.outboxMessage.findUnique({
		where: { id },
		select: {
			...heading,
			messageId: true,
			fromName: true,
			fromAddress: true,
			sequence: true,
			version: true,
			text: true,
			html: true,
			ics: true,
		},
	});
	if (!row || (row.why === "account" && !accounts)) return null;
	const method: "REQUEST" | "CANCEL" | null =
		row.method === "REQUEST" || row.method === "CANCEL" ? row.method : null;
	return { ...headingOf(row), method };
}

const truthMessage = {
	id: true,
	method: true,
	version: true,
	sequence: true,
	status: true,
	why: true,
	tells: true,
	attempts: true,
	attemptedAt: true,
	dueAt: true,
	sentAt: true,
	answer: true,
	createdAt: true,
} satisfies Prisma.OutboxMessageSelect;

const truthInvite = {
	id: true,
	kind: true,
	name: true,
	address: true,
	withdrawnAt: true,
	answer: true,
	answeredAt: true,
	answerNote: true,
	messages: { where: { method: { not: null } }, select: truthMessage, orderBy: { id: "asc" } },
} satisfies Prisma.InviteSelect;

type InviteRow = Prisma.InviteGetPayload<{ select: typeof truthInvite }>;

function inviteOf({ messages, ...invite }: InviteRow) {
	return {
		...invite,
		messages: messages.map(({ status, method, version, ...message }) => ({
			...message,
			status: status as MessageStatus,
			method: method === "CANCEL" ? ("CANCEL" as const) : ("REQUEST" as const),
			version: version ?? 0,
		})),
	};
}

/** One recipient of one session with every message to them. */
export type SessionInvite = ReturnType<typeof inviteOf>;

/** Everyone who was ever invited to a session, those still on it first. */
export async function readSessionInvites(
	reader: Reader,
	sessionId: string,
): Promise<SessionInvite[]> {
	const rows = await reader.invite.findMany({
		where: { sessionId },
		select: truthInvite,
		orderBy: { id: "asc" },
	});
	const invites = rows.map(inviteOf);
	const stays = ({ withdrawnAt }: SessionInvite) => (withdrawnAt === null ? 0 : 1);
	return invites.sort((one, other) => stays(one) - stays(other));
}

/** A recipient whose calendar shows what is not so, or who was not told. */
export interface UntrueInvite {
	invite: SessionInvite;
	session: {
		reference: string;
		title: string;
		startsAt: Date;
		endsAt: Date;
		room: string | null;
		status: SessionStatus;
		sequence: number;
	};
}

/**
 * Recipients of sessions that are still to end, whose last sent message is not the session's, in
 * the order of the sessions. why decided here and not in the query: there is one rule for it.
 * @param sessionIds only these sessions; left out, all
 */
export async function readUntrueInvites(
	reader: Reader,
	now: Date,
	sessionIds?: readonly string[],
): Promise<UntrueInvite[]> {
	const sessions = await reader.session.findMany({
		where: { endsAt: { gt: now }, ...(sessionIds && { id: { in: [...sessionIds] } }) },
		select: {
			reference: true,
			startsAt: true,
			endsAt: true,
			room: true,
			status: true,
			sequence: true,
			programme: { select: { name: true } },
			venue: { select: { name: true } },
			invites: { select: truthInvite, orderBy: { id: "asc" } },
		},
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	return sessions.flatMap(({ invites, programme, venue, ...row }) => {
		const session = {
			...row,
			status: row.status as SessionStatus,
			title: `${programme.name} at ${venue.name}`,
		};
		return invites
			.map((invite) => ({ invite: inviteOf(invite), session }))
			.filter((one) => isUntrue(one));
	});
}

function isUntrue({ invite, session }: UntrueInvite): boolean {
	const { state, outOfDate } = inviteTruth(session, invite);
	return outOfDate || state === "failed" || state === "not_invited";
}
