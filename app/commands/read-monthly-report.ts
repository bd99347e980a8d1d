import { countAwaitingCloseOut } from "#app/data/attention.ts";
import type { Reader } from "#app/data/database.ts";
import { type ReachRead, readReach } from "#app/data/reach.ts";
import { listTargets, readProgress } from "#app/data/targets.ts";
import { readThemeNames } from "#app/data/themes.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { academicYear, academicYearOf, type Period, periodFrom } from "#app/domain/periods.ts";
import { pressLine } from "#app/domain/reach/press-line.ts";
import type { ReportFacts, ReportPaths } from "#app/domain/reach/report-mail.ts";
import { paceOf } from "#app/domain/reach/target-pace.ts";
import {
	paceStateWords,
	paceWords,
	targetPeriod,
	targetTitle,
} from "#app/domain/reach/target-words.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";

type Asked = Pick<CommandContext, "deployment" | "settings" | "now">;

/** What the report of a month tells at this moment: the same figures as /reach. */
export async function readMonthlyReport(
	reader: Reader,
	{ deployment, settings, now }: Asked,
	month: Period,
): Promise<ReportFacts> {
	const start = academicYearOf(month.from);
	const year = academicYear(start);
	const toDate = { from: year.from, to: month.to };
	const reach = (span: Span) =>
		readReach(reader, { chosen: { filter: span, chosen: {}, searchedPeople: [] }, now }, ["theme"]);
	const [monthly, monthBefore, yearly, yearBefore, awaitingCloseOut, targets] = await Promise.all([
		reach({ from: month.from, to: month.to }),
		reach(aYearBefore(month)),
		reach(toDate),
		reach(aYearBefore(toDate)),
		countAwaitingCloseOut(reader, now),
		readStandings(reader, month, now),
	]);
	const { partnership } = settings;
	return {
		...{ partnership, mailFrom: deployment.mailFrom, appUrl: deployment.appUrl },
		...{ month, awaitingCloseOut, targets },
		monthly: { now: monthly.total, before: monthBefore.total },
		year: { label: year.label, to: month.to },
		yearly: { now: yearly.total, before: yearBefore.total },
		line: await lineOf(reader, yearly, partnership, periodFrom(toDate.from, toDate.to)),
	};
}

interface Span {
	from: LocalDate;
	to: LocalDate;
}

/** why from the day after: the last day of February has not the same name every year. */
function aYearBefore({ from, to }: Span): Span {
	const before = (date: LocalDate) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
	return { from: before(from), to: addDays(before(addDays(to, 1)), -1) };
}

async function lineOf(
	reader: Reader,
	{ total, parts }: ReachRead,
	team: string,
	period: Period,
): Promise<string | null> {
	if (total.sessions === 0) return null;
	const names = await readThemeNames(reader);
	const figures = names.flatMap(({ id, name }) => {
		const part = parts.get("theme")?.find(({ key }) => key === id);
		return part ? [{ theme: name, sessions: part.sessions, reached: part.youngPeople }] : [];
	});
	return pressLine({ team, period, figures });
}

/** The targets of the month, as they stood when it was over. */
async function readStandings(
	reader: Reader,
	month: Period,
	now: Date,
): Promise<ReportFacts["targets"]> {
	const targets = (await listTargets(reader)).filter(
		({ from, to }) => from <= month.to && to >= month.from,
	);
	const progress = await readProgress(reader, targets, now, month.to);
	return targets.map((target) => {
		const { goal, from, to } = target;
		const reached = progress.get(target.id) ?? 0;
		const pace = paceOf(target, reached, addDays(month.to, 1));
		return {
			title: targetTitle(target),
			period: targetPeriod(from, to),
			reached: `${formatCount(reached)} of ${formatCount(goal)}`,
			state: paceStateWords[pace.state],
			words: paceWords(pace, to),
		};
	});
}

/** Where the links of a month's report lead. */
export function reportPaths({ from, to }: Period): ReportPaths {
	return {
		reach: listingHref("/reach", { from, to }),
		awaiting: listingHref("/sessions", { status: "awaiting_close_out" }),
	};
}
