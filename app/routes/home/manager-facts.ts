import { countAwaitingCloseOut } from "#app/data/attention.ts";
import { type ReachRead, readReach } from "#app/data/reach.ts";
import { listTargets } from "#app/data/targets.ts";
import { listThemes } from "#app/data/themes.ts";
import { formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import type { ReachFigures } from "#app/domain/reach/cells.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { isLocalDate, type LocalDate } from "#app/domain/time.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { targetRows } from "#app/http/target-words.ts";
import { schoolGaps } from "#app/routes/coverage/school-gaps.ts";

export type ManagerFacts = Awaited<ReturnType<typeof managerFacts>>;

interface Span {
	from: LocalDate;
	to: LocalDate;
}

/** Reach of this academic year against the same stretch of the last one, by theme. */
export async function managerFacts(entered: Entered) {
	const { app, now, today } = entered;
	const { client } = app.database;
	const year = academicYearOf(today);
	const span = { from: academicYear(year).from, to: today };
	const before = { from: academicYear(year - 1).from, to: aYearBefore(today) };
	const read = (filter: SessionFilter) =>
		readReach(client, { chosen: { filter, chosen: {}, searchedPeople: [] }, now }, ["theme"]);
	const [reach, lastReach, themes, awaiting, targets, gaps] = await Promise.all([
		read(span),
		read(before),
		listThemes(client),
		countAwaitingCloseOut(client, now),
		listTargets(client),
		schoolGaps(entered),
	]);
	const current = targets.filter(({ from, to }) => from <= today && today <= to);
	const rows = themes
		.map(({ id, name }) => ({
			key: id,
			name,
			now: figures(partOf(reach, id), span, id),
			before: figures(partOf(lastReach, id), before, id),
		}))
		.filter((row) => row.now.sessions + row.before.sessions > 0);
	return {
		kind: "manager" as const,
		date: formatDate(today),
		year: academicYear(year).label,
		upTo: formatPlainDate(before.to),
		total: { now: figures(reach.total, span), before: figures(lastReach.total, before) },
		themes: rows,
		targets: await targetRows(client, current, { now, today }),
		reachHref: listingHref("/reach", span),
		gaps,
		awaiting: { count: awaiting, href: listingHref("/sessions", { status: "awaiting_close_out" }) },
	};
}

/** The same day of the year before; 28 February for a leap day. */
function aYearBefore(date: LocalDate): LocalDate {
	const same = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
	return isLocalDate(same) ? same : `${same.slice(0, 8)}28`;
}

function partOf(
	{ parts }: ReachRead,
	theme: string,
): Pick<ReachFigures, "sessions" | "youngPeople"> {
	const part = parts.get("theme")?.find(({ key }) => key === theme);
	return part ?? { sessions: 0, youngPeople: 0 };
}

function figures(
	{ sessions, youngPeople }: Pick<ReachFigures, "sessions" | "youngPeople">,
	span: Span,
	theme?: string,
) {
	const filter: SessionFilter = { ...span, status: "delivered", ...(theme && { theme }) };
	return { sessions, youngPeople, href: listingHref("/sessions", filter) };
}
