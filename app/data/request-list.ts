import {
	type RequestFilter,
	type RequestPart,
	requestParts,
} from "#app/domain/requests/request-filter.ts";
import type { RequestStatus } from "#app/domain/requests/request-status.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { type RequestRecord, requestOf, wholeRequest } from "./requests.ts";

export const REQUEST_PAGE = 50;

function whereOf(filter: RequestFilter): Prisma.RequestWhereInput {
	const { part, programme, district, terms } = filter;
	return {
		status: { in: [...requestParts[part].statuses] },
		...(programme && { programmes: { some: { programmeId: programme } } }),
		...(district && { venue: { districtCode: district } }),
		AND: terms.map((term) => ({ searchText: { contains: term } })),
	};
}

const orders = {
	age: [{ receivedAt: "asc" }, { id: "asc" }],
	notice: [{ firstDate: "asc" }, { receivedAt: "asc" }, { id: "asc" }],
} satisfies Partial<Record<RequestFilter["sort"], Prisma.RequestOrderByWithRelationInput[]>>;

/** A page of the queue, and how many there are in all. */
export async function listRequests(
	reader: Reader,
	filter: RequestFilter,
	page: number,
): Promise<{ requests: RequestRecord[]; total: number }> {
	const where = whereOf(filter);
	if (filter.sort === "priority") return listByPriority(reader, where, page);
	const [rows, total] = await Promise.all([
		reader.request.findMany({
			where,
			orderBy: orders[filter.sort],
			include: wholeRequest,
			skip: (page - 1) * REQUEST_PAGE,
			take: REQUEST_PAGE,
		}),
		reader.request.count({ where }),
	]);
	return { requests: rows.map(requestOf), total };
}

/**
 * Marked venues first, then by share of free school meals. why sorted here: the engines disagree on
 * where a request without a venue belongs.
 */
async function listByPriority(reader: Reader, where: Prisma.RequestWhereInput, page: number) {
	const all = await reader.request.findMany({
		where,
		select: { id: true, venue: { select: { priority: true, fsmPercent: true } } },
		orderBy: orders.age,
	});
	const weight = ({ venue }: (typeof all)[number]) =>
		(venue?.priority ? 1000 : 0) + (venue?.fsmPercent ?? -1);
	const ids = all
		.sort((a, b) => weight(b) - weight(a))
		.slice((page - 1) * REQUEST_PAGE, page * REQUEST_PAGE)
		.map(({ id }) => id);
	const rows = await reader.request.findMany({
		where: { id: { in: ids } },
		include: wholeRequest,
	});
	const found = new Map(rows.map((row) => [row.id, row]));
	const requests = ids.flatMap((id) => {
		const row = found.get(id);
		return row ? [requestOf(row)] : [];
	});
	return { requests, total: all.length };
}

/** How many stand in each part of the queue. */
export async function countRequests(reader: Reader): Promise<Record<RequestPart, number>> {
	const groups = await reader.request.groupBy({ by: ["status"], _count: { _all: true } });
	const counts = new Map(groups.map(({ status, _count }) => [status, _count._all]));
	const sum = (statuses: readonly RequestStatus[]) =>
		statuses.reduce((total, status) => total + (counts.get(status) ?? 0), 0);
	return Object.fromEntries(
		Object.entries(requestParts).map(([part, { statuses }]) => [part, sum(statuses)]),
	) as Record<RequestPart, number>;
}

export interface RequestCursor {
	id: string;
	receivedAt: Date;
}

/** Confirmed requests in the order in which they came, from a place on. */
export async function nextRequests(
	reader: Reader,
	{
		statuses,
		after,
		limit,
	}: { statuses: readonly RequestStatus[]; after: RequestCursor | null; limit: number },
): Promise<{ requests: RequestRecord[]; next: RequestCursor | null }> {
	const rows = await reader.request.findMany({
		where: { status: { in: [...statuses] }, ...(after && laterThan(after)) },
		orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
		include: wholeRequest,
		take: limit + 1,
	});
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return {
		requests: page.map(requestOf),
		next: rows.length > limit && last ? { id: last.id, receivedAt: last.receivedAt } : null,
	};
}

function laterThan({ id, receivedAt }: RequestCursor): Prisma.RequestWhereInput {
	return { OR: [{ receivedAt: { gt: receivedAt } }, { receivedAt, id: { gt: id } }] };
}

/** All of a part of the queue in the order in which they came, some hundreds in memory at once. */
export async function* exportRequests(
	reader: Reader,
	filter: RequestFilter,
): AsyncGenerator<RequestRecord[]> {
	const where = whereOf(filter);
	let after: RequestCursor | null = null;
	for (;;) {
		const rows: Prisma.RequestGetPayload<{ include: typeof wholeRequest }>[] =
			await reader.request.findMany({
				where: { AND: [where, after ? laterThan(after) : {}] },
				orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
				include: wholeRequest,
				take: 200,
			});
		if (rows.length > 0) yield rows.map(requestOf);
		const last = rows.at(-1);
		if (!last || rows.length < 200) return;
		after = { id: last.id, receivedAt: last.receivedAt };
	}
}
