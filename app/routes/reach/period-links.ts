import {
	namedPeriods,
	type Period,
	type PeriodKind,
	periodAfter,
	periodBefore,
} from "#app/domain/periods.ts";
import type { Grouping } from "#app/domain/reach/groupings.ts";
import { choiceOf, periodChoices, periodOfChoice } from "#app/domain/reach/period-choices.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { FIRST_YEAR, LAST_YEAR, type LocalDate } from "#app/domain/time.ts";

export interface PeriodLink {
	text: string;
	href: string;
	current: boolean;
}

interface About {
	/** With the dates of the period in hand. */
	filter: SessionFilter;
	period: Period;
	by: Grouping;
	today: LocalDate;
	/** The first day on which anything was delivered. */
	first: LocalDate;
}

const kindLabels: Record<Exclude<PeriodKind, "custom">, string> = {
	calendar_year: "Calendar years",
	financial_year: "Financial years",
	academic_year: "Academic years",
	term: "Terms",
	quarter: "Quarters",
	month: "Months",
};

/** Every way from the period in hand to another; every filter stays. */
export function periodWays({ filter, period, by, today, first }: About) {
	const link = (text: string, { from, to }: Pick<Period, "from" | "to">): PeriodLink => ({
		text,
		href: listingHref("/reach", { ...filter, from, to }, { by }),
		current: period.from === from && period.to === to,
	});
	return {
		quick: namedPeriods(today).map(({ name, period: named }) => link(name, named)),
		around: [
			...(Number(period.from.slice(0, 4)) > FIRST_YEAR + 1
				? [link(`← ${periodBefore(period).label}`, periodBefore(period))]
				: []),
			...(Number(period.to.slice(0, 4)) < LAST_YEAR - 1
				? [link(`${periodAfter(period).label} →`, periodAfter(period))]
				: []),
		],
		chosen: choiceOf(period),
		groups: periodChoices(first, today).map(({ kind, periods }) => ({
			label: kindLabels[kind],
			options: periods.map((one) => ({ value: choiceOf(one), label: one.label })),
		})),
		/** What the list of periods sends along. */
		kept: keptFields(filter, by),
	};
}

export type PeriodWays = ReturnType<typeof periodWays>;

function keptFields(filter: SessionFilter, by: Grouping): [string, string][] {
	const { from: _from, to: _to, ...narrower } = filter;
	const { searchParams } = new URL(listingHref("/reach", narrower, { by }), "https://here.invalid");
	return [...searchParams];
}

/** Where the list of periods leads; null where the address names no period of ours. */
export function chosenPeriodHref({ searchParams }: URL): string | null {
	const given = searchParams.getAll("period");
	const period = given.length === 1 ? periodOfChoice(given[0] ?? "") : null;
	if (!period) return null;
	const params = new URLSearchParams(searchParams);
	params.delete("period");
	params.set("from", period.from);
	params.set("to", period.to);
	return `/reach?${params}`;
}
