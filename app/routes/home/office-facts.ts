import {
	countAwaitingCloseOut,
	countByDate,
	type NeedySession,
	readAttention,
} from "#app/data/attention.ts";
import { listSessions } from "#app/data/session-list.ts";
import { may } from "#app/domain/access/permissions.ts";
import { listOf } from "#app/domain/format-number.ts";
import { formatDate, formatSessionTime, formatShortDate } from "#app/domain/format-time.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import {
	listingHref,
	MAX_REFERENCES,
	type SessionFilter,
} from "#app/domain/sessions/session-filter.ts";
import { addDays, isWeekend, startOfWeek } from "#app/domain/time.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { requestsToAnswer } from "./requests-to-answer.ts";
import { sessionRow } from "./session-row.ts";

/** As many as one look takes in; the figures above lead to the rest. */
const MOST_URGENT = 8;

export type OfficeFacts = Awaited<ReturnType<typeof officeFacts>>;

/** What a coordinator needs to see first. */
export async function officeFacts({ app, actor, now, zone, today }: Entered) {
	const { client } = app.database;
	const filter: SessionFilter = { from: today, to: today };
	const chosen: ChosenFilter = { filter, chosen: {}, searchedPeople: [] };
	const monday = startOfWeek(today);
	const twoWeeks = { from: monday, to: addDays(monday, 13) };
	const [listed, attention, awaiting, counts, asked] = await Promise.all([
		listSessions(client, { chosen, now, sort: "date", page: 1 }),
		readAttention(client, now),
		countAwaitingCloseOut(client, now),
		countByDate(client, twoWeeks),
		requestsToAnswer(client, { today, zone }),
	]);
	const { untold, declined, short } = attention;
	const strip = (title: string, from: string) => ({
		title,
		days: Array.from({ length: 7 }, (_, at) => addDays(from, at))
			.filter((date) => !isWeekend(date) || counts.has(date))
			.map((date) => stripDay(date, counts.get(date), today)),
	});
	const urgent = [
		...untold.map((session) => urgentRow("untold", session, zone)),
		...declined.map((session) => urgentRow("declined", session, zone)),
		...short.map((session) => urgentRow("short", session, zone)),
	];
	return {
		kind: "office" as const,
		date: formatDate(today),
		needs: [
			{ label: "Requests to answer", count: asked.total, note: null, href: "/requests" },
			need("Invites failed or out of date", untold),
			need("Declined, or another time", declined),
			need("Too few facilitators", short),
			{
				label: "Awaiting close-out",
				count: awaiting,
				note: null,
				href: listingHref("/sessions", { status: "awaiting_close_out" }),
			},
		],
		requests: asked.rows,
		urgent: urgent
			.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
			.slice(0, MOST_URGENT),
		today: {
			sessions: listed.sessions.map((session) => sessionRow(session, zone)),
			total: listed.total,
			href: listingHref("/sessions", filter),
		},
		weeks: [strip("This week", monday), strip("Next week", addDays(monday, 7))],
		managesAccounts: may(actor.role, "accounts.manage"),
	};
}

function need(label: string, sessions: readonly NeedySession[]) {
	const ref = sessions.slice(0, MAX_REFERENCES).map(({ reference }) => reference);
	return {
		label,
		count: sessions.length,
		note: sessions.length > ref.length ? `Opens the first ${ref.length}` : null,
		href: listingHref("/sessions", { ref }),
	};
}

function stripDay(
	date: string,
	{ sessions, cancelled } = { sessions: 0, cancelled: 0 },
	today: string,
) {
	return {
		key: date,
		label: formatShortDate(date),
		count: sessions,
		note: cancelled > 0 ? `${cancelled} cancelled` : null,
		href: listingHref("/sessions", { from: date, to: date }),
		today: date === today,
	};
}

type Why = "untold" | "declined" | "short";

const steps: Record<Why, { href: string; text: string }> = {
	untold: { href: "invites", text: "Look at invites" },
	declined: { href: "move", text: "Offer another time" },
	short: { href: "people/edit", text: "Change people" },
};

function urgentRow(why: Why, session: NeedySession, zone: string) {
	const { reference, title, startsAt, endsAt, names } = session;
	const { href, text } = steps[why];
	return {
		key: `${why} ${reference}`,
		why,
		reference,
		title,
		startsAt,
		when: formatSessionTime(startsAt, endsAt, zone),
		names: listOf(names),
		words: why === "declined" ? (session.words ?? "") : "",
		anotherTime: why === "declined" && session.anotherTime === true,
		step: { href: `/sessions/${reference}/${href}`, text },
	};
}
