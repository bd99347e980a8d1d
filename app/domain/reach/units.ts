import { academicYearOf, type Period, periodOf } from "#app/domain/periods.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";

/**
 * A day "d2024-01-31", a month "m2024-01" or an academic year "y2023", by its starting year: the
 * pieces of time in which reach is kept ready.
 */
export type Unit = string;

const levels = ["day", "month", "year"] as const;
type Level = (typeof levels)[number];

const unitOf: Record<Level, (day: LocalDate) => Unit> = {
	day: (day) => `d${day}`,
	month: (day) => `m${day.slice(0, 7)}`,
	year: (day) => `y${academicYearOf(day)}`,
};

export interface UnitSpan {
	unit: Unit;
	/** The starting year of the academic year that it is or is in. */
	year: number;
}

type Span = Pick<Period, "from" | "to">;

/** The fewest units that make up a period exactly, in order: every day is in one of them. */
export function unitsIn({ from, to }: Span): UnitSpan[] {
	const units: UnitSpan[] = [];
	for (let day = from; day <= to; ) {
		const { unit, last } = largestFrom(day, to);
		units.push({ unit, year: academicYearOf(day) });
		day = addDays(last, 1);
	}
	return units;
}

function largestFrom(day: LocalDate, to: LocalDate): { unit: Unit; last: LocalDate } {
	for (const [level, kind] of [
		["year", "academic_year"],
		["month", "month"],
	] as const) {
		const whole = periodOf(kind, day);
		if (whole.from === day && whole.to <= to) return { unit: unitOf[level](day), last: whole.to };
	}
	return { unit: unitOf.day(day), last: day };
}

/**
 * Every pair of units under which something that reaches from one day to another is kept: a unit
 * for each day, either the same one for both or two that do not contain one another. Of the units
 * of a period exactly one such pair holds both days, whatever the period, so that a sum over the
 * pairs of its units (the earlier first) counts each thing inside it once.
 */
export function pairsOf(first: LocalDate, last: LocalDate): [Unit, Unit][] {
	const ofFirst = levels.map((level) => unitOf[level](first));
	const ofLast = first === last ? ofFirst : levels.map((level) => unitOf[level](last));
	const pairs: [Unit, Unit][] = [];
	for (const [a, from] of ofFirst.entries()) {
		for (const [b, to] of ofLast.entries()) {
			const larger = Math.max(a, b);
			const nested = a !== b && ofFirst[larger] === ofLast[larger];
			if (!nested) pairs.push([from, to]);
		}
	}
	return pairs;
}

/** Each two units of a period within one academic year, the earlier first, each with itself too. */
export function pairsWithin(units: readonly UnitSpan[]): [Unit, Unit][] {
	return units.flatMap(({ unit, year }, at) =>
		units
			.slice(at)
			.filter((later) => later.year === year)
			.map((later): [Unit, Unit] => [unit, later.unit]),
	);
}
