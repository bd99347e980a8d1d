import { type FollowUpsRead, listFollowUpSessions, readFollowUps } from "#app/data/follow-ups.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { sharedTotal } from "#app/domain/reach/shared-total.ts";
import { suppressSmall } from "#app/domain/reach/suppress.ts";
import {
	type FollowUpKind,
	followUpKinds,
	followUpLabels,
} from "#app/domain/sessions/follow-ups.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { type PeriodReport, readPeriodReport } from "#app/routes/reach/read-period-report.ts";
import { sortedBars } from "#app/ui/bar-chart.server.ts";
import { reconciled, sharedTotalWords } from "./follow-up-words.ts";

export const PATH = "/follow-ups";
/** Names in the address besides the filters. */
export const OWN = ["kind", "view"];
const SESSIONS_AT_MOST = 100;

/** Every kind in its order, with what was recorded of it. */
export function allKinds({ counts }: FollowUpsRead) {
	const found = new Map(counts.map((count) => [count.kind, count]));
	return followUpKinds.map((kind) => ({
		kind,
		label: followUpLabels[kind],
		youngPeople: found.get(kind)?.youngPeople ?? 0,
		sessions: found.get(kind)?.sessions ?? 0,
	}));
}

/** The report as its address asks for it: the team's own view, or the one that may be shared. */
export async function followUpFacts(entered: Entered, url: URL) {
	const { report, ...asked } = await readPeriodReport(entered, url, PATH, OWN);
	if (!report) return { ...asked, shown: null };
	const read = await readFollowUps(entered.app.database.client, {
		chosen: report.chosen,
		now: entered.now,
	});
	const shared = url.searchParams.get("view") === "shared";
	return {
		...asked,
		shown: {
			period: report.period.label,
			ranges: report.ranges,
			words: report.words,
			csv: listingHref(`${PATH}.csv`, report.filter),
			own: listingHref(PATH, report.filter),
			shared: `${listingHref(PATH, report.filter)}&view=shared`,
			view: shared
				? sharedView(read)
				: await ownView(entered, report, read, url.searchParams.get("kind")),
		},
	};
}

export type FollowUpFacts = Awaited<ReturnType<typeof followUpFacts>>;

function sharedView(read: FollowUpsRead) {
	const kinds = allKinds(read);
	const counts = kinds.map(({ youngPeople }) => youngPeople);
	return {
		kind: "shared" as const,
		rows: kinds.map(({ label, youngPeople }) => ({ label, count: suppressSmall(youngPeople) })),
		total: sharedTotalWords(sharedTotal(counts)),
	};
}

async function ownView(
	entered: Entered,
	report: PeriodReport,
	read: FollowUpsRead,
	asked: string | null,
) {
	const kinds = allKinds(read).filter(({ youngPeople }) => youngPeople > 0);
	const counts = kinds.map(({ youngPeople }) => youngPeople);
	const total = counts.reduce((sum, count) => sum + count, 0);
	const opened = kinds.find(({ kind }) => kind === asked);
	return {
		kind: "own" as const,
		rows: kinds.map(({ kind, label, youngPeople, sessions }) => ({
			key: kind,
			label,
			youngPeople: formatCount(youngPeople),
			sessions: formatCount(sessions),
			shared: suppressSmall(youngPeople),
			href: `${listingHref(PATH, report.filter)}&kind=${kind}`,
		})),
		total: formatCount(total),
		sessions: formatCount(read.sessions),
		reconciled: reconciled(total, sharedTotal(counts)),
		opened: opened
			? { label: opened.label, ...(await sessionsOf(entered, report, opened.kind)) }
			: null,
		chart: kinds.length > 1 ? draw(kinds, report.period.label) : null,
	};
}

async function sessionsOf({ app, now, zone }: Entered, report: PeriodReport, kind: FollowUpKind) {
	const query = { chosen: report.chosen, now };
	const found = await listFollowUpSessions(app.database.client, query, kind, SESSIONS_AT_MOST + 1);
	return {
		rows: found.slice(0, SESSIONS_AT_MOST).map(({ startsAt, endsAt, ...session }) => ({
			...session,
			youngPeople: Number(session.youngPeople),
			when: formatSessionTime(startsAt, endsAt, zone),
		})),
		more: found.length > SESSIONS_AT_MOST ? `The latest ${SESSIONS_AT_MOST}` : null,
	};
}

function draw(kinds: { label: string; youngPeople: number }[], period: string) {
	const most = kinds.reduce((a, b) => (b.youngPeople > a.youngPeople ? b : a));
	return sortedBars({
		id: "follow-ups",
		title: `Follow-ups by kind, ${period}`,
		description: `Most: ${most.label}, ${countOf(most.youngPeople, "young person", "young people")}.`,
		unit: "Young people",
		data: kinds.map(({ label, youngPeople }) => ({ label, value: youngPeople })),
	});
}
