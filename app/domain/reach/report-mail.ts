import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { Mail } from "#app/domain/invites/mail-words.ts";
import type { Period } from "#app/domain/periods.ts";

interface Reached {
	sessions: number;
	youngPeople: number;
}

interface Compared {
	now: Reached;
	/** The same stretch a year before. */
	before: Reached;
}

/** What a month's report tells; nothing in it names a school or a person. */
export interface ReportFacts {
	partnership: string;
	mailFrom: string;
	appUrl: string;
	/** The month reported. */
	month: Period;
	monthly: Compared;
	/** The academic year of that month, to its end. */
	year: { label: string; to: string };
	yearly: Compared;
	/** The line for the press about the year to date; null when nothing was delivered. */
	line: string | null;
	awaitingCloseOut: number;
	targets: { title: string; period: string; reached: string; state: string; words: string }[];
}

/** Where each link of a report leads, from the site's root. */
export interface ReportPaths {
	reach: string;
	awaiting: string;
}

/** The monthly report to one reader. */
export function reportMail(facts: ReportFacts, paths: ReportPaths, name: string): Mail {
	const { month, monthly, year, yearly, line, partnership, mailFrom, appUrl } = facts;
	const sinceStart = `${year.label}, to ${formatPlainDate(year.to)}: ${comparedWords(yearly)}`;
	return {
		subject: `Reach in ${month.label}: ${shortWords(monthly.now)}`,
		greeting: `Dear ${name},`,
		heading: `Reach in ${month.label}`,
		lead: [
			`This is what ${partnership} delivered in ${month.label}. Only sessions that are closed out count.`,
			...(line === null ? [] : [`For the press: ${line}`]),
		],
		details: [
			{ label: "The month", value: comparedWords(monthly) },
			{ label: "The year", value: sinceStart },
			{ label: "Missing", value: awaitingWords(facts.awaitingCloseOut) },
			...facts.targets.map(({ title, period, reached, state, words }) => ({
				label: "Target",
				value: `${title}, ${period}: ${reached}, ${state.toLowerCase()}. ${words}.`,
			})),
		],
		prepare: null,
		link: { text: `Look at reach in ${month.label}`, url: `${appUrl}${paths.reach}` },
		moreLinks: [
			{ text: "See all targets", url: `${appUrl}/targets` },
			...(facts.awaitingCloseOut > 0
				? [{ text: "See the sessions that await close-out", url: `${appUrl}${paths.awaiting}` }]
				: []),
			{ text: "Stop this report", url: `${appUrl}/reach/report` },
		],
		closing: [
			"Pace spreads a target evenly over all days of its period. Figures may change when records are corrected.",
		],
		signature: { name: partnership, email: mailFrom, phone: null },
	};
}

function shortWords({ sessions, youngPeople }: Reached): string {
	return `${countOf(sessions, "session", "sessions")}, ${countOf(youngPeople, "young person", "young people")}`;
}

function comparedWords({ now, before }: Compared): string {
	const difference = now.youngPeople - before.youngPeople;
	const than =
		difference === 0
			? "as many young people as"
			: `${formatCount(Math.abs(difference))} young people ${difference > 0 ? "more" : "fewer"} than`;
	return `${shortWords(now)} (${than} in the same time a year before)`;
}

function awaitingWords(count: number): string {
	return count === 0
		? "Nothing: every session that is over is recorded"
		: `${countOf(count, "session is", "sessions are")} over and not recorded yet, and in no figure`;
}
