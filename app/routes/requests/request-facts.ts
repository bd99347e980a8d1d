import type { Reader } from "#app/data/database.ts";
import { readHistory } from "#app/data/history.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { declineReasonLabels } from "#app/domain/requests/decline-reasons.ts";
import { canBecome } from "#app/domain/requests/request-status.ts";
import { meetingsOf, type SchoolSession } from "#app/domain/sessions/cohort.ts";
import { formatYearGroups, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { historyItems, momentWords } from "#app/http/history-words.ts";
import { askedWords, bookedWords, offerWords } from "#app/http/request-words.ts";
import { noticeWords } from "./queue-rows.ts";
import { type Day, readTraffic } from "./read-traffic.ts";

/** Of a school's history, as much as one look takes in; its own page has the rest. */
const SHOWN = 6;

export type RequestFacts = Awaited<ReturnType<typeof requestFacts>>;

/** One request as those who answer it see it. */
export async function requestFacts(
	reader: Reader,
	request: RequestRecord,
	{ today, settings }: Day,
) {
	const { zone } = settings;
	const { id, reference, status, version, venue } = request;
	const [traffic, sessions, history] = await Promise.all([
		readTraffic(reader, [request], { today, settings }),
		venue ? readSchoolSessions(reader, venue.id) : [],
		readHistory(reader, "request", id),
	]);
	const delivered = sessions.filter((session) => session.delivered).toReversed();
	const about = { date: request.firstDate, yearGroups: request.yearGroups };
	return {
		reference,
		status,
		version,
		asked: askedWords(request),
		received: momentWords(request.receivedAt, zone),
		notice: noticeWords(request, today),
		source: request.source,
		contact: {
			name: request.contactName,
			role: request.contactRole,
			email: request.contactEmail,
			phone: request.contactPhone,
		},
		venue: venue && {
			id: venue.id,
			name: venue.name,
			about: [venue.town, venue.postcode, venue.district?.name].filter(Boolean).join(", "),
			fsmPercent: venue.fsmPercent,
			priority: venue.priority,
			priorityReason: venue.priorityReason,
		},
		dates: request.dates.map(({ date, periods }) => ({
			date,
			shown: formatDate(date),
			periods,
			word: traffic(request, date),
		})),
		offer: request.offeredDate && {
			shown: offerWords(request),
			words: request.offerWords,
			word: traffic(request, request.offeredDate),
		},
		declined: request.declineReason && {
			reason: declineReasonLabels[request.declineReason],
			words: request.declineWords,
		},
		booked: bookedWords(request, zone),
		cohort: meetingsOf(sessions, about)
			.slice(0, SHOWN)
			.map(({ yearGroup, then, session }) => ({
				reference: session.reference,
				text: `${yearGroupLabel(yearGroup)}: ${session.programme.name}, ${sessionDay(session)}${
					then === yearGroup ? "" : `, as ${yearGroupLabel(then)}`
				}`,
			})),
		school: delivered.slice(0, SHOWN).map((session) => ({
			reference: session.reference,
			text: `${session.programme.name}, ${formatYearGroups(session.yearGroups)}, ${formatPlainDate(session.date)}`,
		})),
		deliveredInAll: delivered.length,
		may: {
			accept: canBecome(status, "accepted"),
			offer: canBecome(status, "offered"),
			wait: canBecome(status, "waiting_list"),
			decline: canBecome(status, "declined"),
		},
		history: historyItems(history, zone),
	};
}

function sessionDay({ date, delivered }: SchoolSession): string {
	return delivered ? formatPlainDate(date) : `booked for ${formatPlainDate(date)}`;
}
