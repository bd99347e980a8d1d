import type { Outcomes } from "#app/data/outcomes.ts";
import type { ReachRead } from "#app/data/reach.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { type Period, periodContains } from "#app/domain/periods.ts";
import { type Naming, namedParts } from "#app/domain/reach/named-parts.ts";
import { pressLine } from "#app/domain/reach/press-line.ts";
import type { LocalDate } from "#app/domain/time.ts";

export interface PressWords {
	/** Null where a filter is on that the line would not tell of. */
	exact: string | null;
	/** The same otherwise: in round numbers, and with the adults. */
	others: { title: string; text: string }[];
	/** What must be known before it is published. */
	cautions: string[];
}

interface About {
	partnership: string;
	outcomes: Outcomes;
	today: LocalDate;
}

/** The line for the press about what is shown, with everything that speaks against sending it off. */
export function pressWords(
	read: ReachRead,
	naming: Naming,
	{ partnership, outcomes, today }: About,
): PressWords {
	const { period, chosen } = naming;
	const { from: _from, to: _to, team: _team, theme: _theme, ...narrower } = chosen.filter;
	if (Object.keys(narrower).length > 0) return { exact: null, others: [], cautions: [] };
	const parts = namedParts("theme", read.parts.get("theme") ?? [], naming).filter(
		({ sessions }) => sessions > 0 || chosen.chosen.theme,
	);
	const figures = (adults: 0 | 1) =>
		parts.map((part) => ({
			theme: part.label,
			sessions: part.sessions,
			reached: part.youngPeople + adults * part.adults,
		}));
	const line = { team: chosen.chosen.team?.name ?? partnership, period, figures: figures(0) };
	const everybody = { ...line, figures: figures(1), audience: "people" as const };
	const others = [
		{ title: "In round numbers", text: pressLine({ ...line, wording: "rounded" }) },
		...(read.total.adults === 0
			? []
			: [
					{ title: "With the adults", text: pressLine(everybody) },
					{
						title: "With the adults, in round numbers",
						text: pressLine({ ...everybody, wording: "rounded" }),
					},
				]),
	];
	return { exact: pressLine(line), others, cautions: cautionsFor(period, outcomes, today) };
}

/** What speaks against sending a line of a period off, a sentence each. */
export function cautionsFor(period: Period, outcomes: Outcomes, today: LocalDate): string[] {
	const { awaitingCloseOut, estimated } = outcomes;
	return [
		...(periodContains(period, today) && today < period.to
			? [`The period is not over: it ends on ${formatPlainDate(period.to)}.`]
			: []),
		...(awaitingCloseOut > 0
			? [
					`${countOf(awaitingCloseOut, "session is", "sessions are")} not in it: nobody has recorded yet what happened.`,
				]
			: []),
		...(estimated.sessions > 0
			? [`The headcounts of ${countOf(estimated.sessions, "session", "sessions")} are estimated.`]
			: []),
	];
}
