import type { Reader } from "#app/data/database.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { readSessionsOfSchools } from "#app/data/school-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatPlainDate, formatRelativeDays, formatShortDate } from "#app/domain/format-time.ts";
import { meetingsOf, type SchoolSession } from "#app/domain/sessions/cohort.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { daysBetween, type LocalDate, localDateOf } from "#app/domain/time.ts";
import { offerWords } from "#app/http/request-words.ts";
import { type Day, readTraffic, type TrafficOf } from "./read-traffic.ts";

/** Requests as the queue and its file show them. */
export async function queueRows(reader: Reader, requests: readonly RequestRecord[], day: Day) {
	const venueIds = [...new Set(requests.flatMap(({ venueId }) => venueId ?? []))];
	const [traffic, schools] = await Promise.all([
		readTraffic(reader, requests, day),
		readSessionsOfSchools(reader, venueIds),
	]);
	return requests.map((request) => {
		const sessions = (request.venueId && schools.get(request.venueId)) || [];
		return queueRow(request, { ...day, traffic, sessions });
	});
}

export type QueueRow = ReturnType<typeof queueRow>;

interface Facts extends Day {
	traffic: TrafficOf;
	/** What the school had and is to have. */
	sessions: readonly SchoolSession[];
}

function queueRow(request: RequestRecord, { today, settings, traffic, sessions }: Facts) {
	const { venue, contactName } = request;
	const received = localDateOf(request.receivedAt, settings.zone);
	return {
		reference: request.reference,
		status: request.status,
		school: request.venueName,
		place: [...new Set([request.venueTown, venue?.district?.name ?? ""])]
			.filter(Boolean)
			.join(", "),
		matched: venue !== null,
		contact: contactName,
		programmes: request.programmes.map(({ name }) => name),
		numbers: [
			formatYearGroups(request.yearGroups),
			countOf(request.expectedYoungPeople, "young person", "young people"),
			countOf(request.groups, "group", "groups"),
		],
		received: formatPlainDate(received),
		receivedDate: received,
		age: ageWords(daysBetween(received, today)),
		notice: noticeWords(request, today),
		priority: venue?.priority ?? false,
		fsmPercent: venue?.fsmPercent ?? null,
		offered: request.status === "offered" || request.status === "agreed" ? offerWords(request) : "",
		dates: request.dates.map(({ date, periods }) => ({
			date,
			shown: formatShortDate(date),
			periods,
			word: traffic(request, date),
		})),
		history: historyOf(request, sessions),
	};
}

function ageWords(days: number): string {
	return days === 0 ? "Today" : countOf(days, "day", "days");
}

/** How long it is to the first of the dates that is still to come. */
export function noticeWords({ dates }: Pick<RequestRecord, "dates">, today: LocalDate): string {
	const [next] = dates
		.map(({ date }) => date)
		.filter((date) => date > today)
		.sort();
	return next === undefined ? "All dates are past" : capital(formatRelativeDays(next, today));
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the school had, and what these young people had, each in a few words. */
function historyOf(request: RequestRecord, sessions: readonly SchoolSession[]) {
	const delivered = sessions.filter((session) => session.delivered);
	const last = delivered.at(-1);
	const [met] = meetingsOf(delivered, { date: request.firstDate, yearGroups: request.yearGroups });
	return {
		school: last
			? `${countOf(delivered.length, "session", "sessions")}, last ${formatPlainDate(last.date)}`
			: "Never been there",
		cohort: met
			? `These young people had ${met.session.programme.name} on ${formatPlainDate(met.session.date)}`
			: null,
	};
}
