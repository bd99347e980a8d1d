import type { Reader } from "#app/data/database.ts";
import type { Publication } from "#app/data/publications.ts";
import { readWhyChanged } from "#app/data/why-changed.ts";
import { countOf, formatCount, listOf } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { lineOf, pressChoice } from "#app/domain/reach/press-choice.ts";
import {
	type CountedSession,
	type Difference,
	isSame,
	type PublishedFigures,
} from "#app/domain/reach/publication.ts";
import type { PublicationNow } from "#app/http/publication-now.ts";
import { figureRows, numbersOf, SHOWN, yearGroupsOf } from "./published-words.ts";
import { whyWords } from "./why-words.ts";

export interface DifferenceRow {
	reference: string;
	/** False when the session is not there any more and has no page. */
	linked: boolean;
	date: string;
	kind: "Changed" | "Added" | "Fell out";
	before: string;
	after: string;
	why: string;
}

/** What the records say now against what was published; `figures` has a row for each figure. */
export async function differenceView(
	reader: Reader,
	publication: Publication,
	{ now: answer }: PublicationNow,
	zone: string,
) {
	if (!answer) return null;
	const { figures, difference } = answer;
	return {
		same: isSame(difference),
		line: lineToday(publication, figures),
		summary: summaryOf(difference),
		figures: comparedFigures(publication.figures, figures),
		sessions: await differenceRows(reader, publication, difference, zone),
		total: difference.changed.length + difference.added.length + difference.fellOut.length,
	};
}

export type DifferenceView = NonNullable<Awaited<ReturnType<typeof differenceView>>>;

/** The line in the words that were chosen, with the figures of today; null where it is the same. */
function lineToday({ line, about, filter }: Publication, figures: PublishedFigures): string | null {
	const words = new URLSearchParams(filter.wording);
	const choice = pressChoice.parse({ ...Object.fromEntries(words), say: words.getAll("say") });
	const today = lineOf({ about, period: periodFrom(filter.from, filter.to), figures, choice });
	return today === line ? null : today;
}

/** "2 sessions changed and 1 session was added"; "" when nothing did. */
export function summaryOf({ changed, added, fellOut }: Difference): string {
	const parts = [
		[changed.length, "session was corrected", "sessions were corrected"],
		[added.length, "session was added", "sessions were added"],
		[fellOut.length, "session fell out", "sessions fell out"],
	] as const;
	return listOf(
		parts.flatMap(([count, one, many]) => (count > 0 ? [countOf(count, one, many)] : [])),
	);
}

function comparedFigures(then: PublishedFigures, now: PublishedFigures) {
	const today = figureRows(now);
	return figureRows(then).map((row, at) => {
		const count = today[at]?.count ?? 0;
		const by = count - row.count;
		return {
			key: row.key,
			label: row.label,
			published: row.value,
			today: formatCount(count),
			difference:
				by === 0 ? "the same" : `${formatCount(Math.abs(by))} ${by > 0 ? "more" : "fewer"}`,
		};
	});
}

async function differenceRows(
	reader: Reader,
	{ publishedAt }: Publication,
	{ changed, added, fellOut }: Difference,
	zone: string,
): Promise<DifferenceRow[]> {
	const all = [
		...changed.map((pair) => ({ kind: "Changed" as const, ...pair })),
		...fellOut.map((before) => ({ kind: "Fell out" as const, before, after: null })),
		...added.map((after) => ({ kind: "Added" as const, before: null, after })),
	].slice(0, SHOWN);
	const asked = all.flatMap(({ before, after }) => {
		const session = before ?? after;
		return session ? [{ sessionId: session.sessionId, revision: before?.revision ?? 0 }] : [];
	});
	const whys = await readWhyChanged(reader, asked, publishedAt);
	return all.flatMap(({ kind, before, after }) => {
		const session = after ?? before;
		if (!session) return [];
		const why = whys.get(session.sessionId);
		const { reference, localDate } = session;
		return [
			{
				reference,
				kind,
				linked: why?.exists ?? false,
				date: formatPlainDate(localDate),
				before: before ? countsAs(before, after) : "Not counted",
				after: after ? countsAs(after, before) : "Not counted",
				why: whyWords(why, zone),
			},
		];
	});
}

/** A session's numbers, with whatever else tells it from the other state. */
function countsAs(session: CountedSession, other: CountedSession | null): string {
	if (!other) return numbersOf(session);
	const groups = yearGroupsOf(session);
	const differing = [
		groups !== yearGroupsOf(other) && groups,
		session.themeId !== other.themeId && session.theme,
		session.programmeId !== other.programmeId && session.programme,
		session.venueId !== other.venueId && session.venue,
	].filter(Boolean);
	return [numbersOf(session), ...differing].join("; ");
}
