import type { Reader } from "#app/data/database.ts";
import { listRequests } from "#app/data/request-list.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatRelativeDays } from "#app/domain/format-time.ts";
import { parseRequestFilter } from "#app/domain/requests/request-filter.ts";
import { type LocalDate, localDateOf } from "#app/domain/time.ts";
import { noticeWords } from "#app/routes/requests/queue-rows.ts";

/** As many as one look takes in; the queue has the rest. */
const OLDEST = 5;

/** Requests that wait for an answer, oldest first, and how many there are in all. */
export async function requestsToAnswer(
	reader: Reader,
	{ today, zone }: { today: LocalDate; zone: string },
) {
	const filter = parseRequestFilter(new URLSearchParams());
	const { requests, total } = await listRequests(reader, filter, 1);
	return {
		total,
		rows: requests.slice(0, OLDEST).map((request) => ({
			reference: request.reference,
			status: request.status,
			school: request.venueName,
			what: request.programmes.map(({ name }) => name).join(", "),
			numbers: countOf(request.expectedYoungPeople, "young person", "young people"),
			asked: formatRelativeDays(localDateOf(request.receivedAt, zone), today),
			notice: noticeWords(request, today),
		})),
	};
}
