import { formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import { schoolDateKindLabels } from "#app/domain/school-time/date-kinds.ts";
import { type SchoolDate, yearOfDates } from "#app/domain/school-time/school-dates.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";

export interface DatesRow {
	id: string;
	kind: string;
	/** What it is called, where that says more than its kind. */
	name: string;
	days: string;
}

export interface DatesOfYear {
	/** "Academic year 2026 to 2027". */
	label: string;
	rows: DatesRow[];
	/** No term of it is on record. */
	missing: boolean;
}

/** Dates as tables, one for each academic year; this one and the next always, though empty. */
export function datesByYear(
	dates: readonly (SchoolDate & { id: string })[],
	today: LocalDate,
): DatesOfYear[] {
	const current = academicYearOf(today);
	const years = new Set([current, current + 1, ...dates.map(yearOfDates)]);
	return [...years].sort().map((year) => {
		const ofYear = dates.filter((one) => yearOfDates(one) === year);
		return {
			label: academicYear(year).label,
			rows: ofYear.map(rowOf),
			missing: !ofYear.some(({ kind }) => kind === "term"),
		};
	});
}

function rowOf({ id, kind, name, from, to, yearGroups }: SchoolDate & { id: string }): DatesRow {
	const label = schoolDateKindLabels[kind];
	const whom = yearGroups.length === 0 ? "" : `, ${formatYearGroups(yearGroups)}`;
	return {
		id,
		kind: label,
		name: `${name === label ? "" : name}${whom}`.replace(/^, /, ""),
		days: daysWords({ from, to }),
	};
}

/** "Monday 26 October 2026", "26 October 2026 to 30 October 2026". */
export function daysWords({ from, to }: Pick<SchoolDate, "from" | "to">): string {
	return from === to ? formatDate(from) : `${formatPlainDate(from)} to ${formatPlainDate(to)}`;
}
