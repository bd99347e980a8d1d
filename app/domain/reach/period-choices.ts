import {
	type Period,
	type PeriodKind,
	parsePeriod,
	periodBefore,
	periodOf,
} from "#app/domain/periods.ts";
import type { LocalDate } from "#app/domain/time.ts";

type NamedKind = Exclude<PeriodKind, "custom">;

export interface PeriodGroup {
	kind: NamedKind;
	/** The latest first. */
	periods: Period[];
}

/** As many of each kind as a list has room for; dates reach every other. */
const most: Record<NamedKind, number> = {
	calendar_year: 20,
	financial_year: 20,
	academic_year: 20,
	term: 12,
	quarter: 12,
	month: 24,
};

/** Every period by name, from the one that today is in back to the first day there is anything of. */
export function periodChoices(first: LocalDate, today: LocalDate): PeriodGroup[] {
	return (Object.keys(most) as NamedKind[]).map((kind) => {
		const periods: Period[] = [];
		let period = periodOf(kind, today);
		while (periods.length < most[kind] && (periods.length === 0 || period.to >= first)) {
			periods.push(period);
			period = periodBefore(period);
		}
		return { kind, periods };
	});
}

/** A period as a list sends it: "2024-01-01..2024-12-31". */
export function choiceOf({ from, to }: Pick<Period, "from" | "to">): string {
	return `${from}..${to}`;
}

/** The period that was chosen from a list, or null for what no list of ours sends. */
export function periodOfChoice(text: string): Period | null {
	const [from, to, ...more] = text.split("..");
	const parsed = parsePeriod({ from, to });
	return parsed.ok && more.length === 0 ? parsed.period : null;
}
