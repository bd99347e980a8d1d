import { academicYearOf } from "#app/domain/periods.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";

interface Delivery {
	localDate: LocalDate;
	theme: string;
	headcounts: readonly { yearGroup: YearGroup; youngPeople: number }[];
}

export interface GridCell {
	theme: string;
	sessions: number;
	/** Attendances of this year group, not distinct people. */
	youngPeople: number;
}

export interface DeliveryGrid {
	/** Starting years of the academic years shown, oldest first, those without anything left out. */
	years: number[];
	/** Youngest first; one cell list for each of `years`, themes by name. */
	rows: { yearGroup: YearGroup; cells: GridCell[][] }[];
	/** Sessions of years before those shown. */
	earlierSessions: number;
}

/** Which year group had what in which academic year, from the close-outs in force. */
export function deliveryGrid(deliveries: readonly Delivery[], maxYears = 4): DeliveryGrid {
	const all = new Set(deliveries.map(({ localDate }) => academicYearOf(localDate)));
	const years = [...all].sort((a, b) => a - b).slice(-maxYears);
	const shown = deliveries.filter(({ localDate }) => years.includes(academicYearOf(localDate)));
	const yearGroups = sortYearGroups(
		shown.flatMap(({ headcounts }) => headcounts.map(({ yearGroup }) => yearGroup)),
	);
	return {
		years,
		rows: yearGroups.map((yearGroup) => ({
			yearGroup,
			cells: years.map((year) => cellsOf(shown, yearGroup, year)),
		})),
		earlierSessions: deliveries.length - shown.length,
	};
}

function cellsOf(deliveries: readonly Delivery[], yearGroup: YearGroup, year: number): GridCell[] {
	const cells = new Map<string, GridCell>();
	for (const { localDate, theme, headcounts } of deliveries) {
		const counted = headcounts.find((headcount) => headcount.yearGroup === yearGroup);
		if (!counted || academicYearOf(localDate) !== year) continue;
		const cell = cells.get(theme) ?? { theme, sessions: 0, youngPeople: 0 };
		cell.sessions += 1;
		cell.youngPeople += counted.youngPeople;
		cells.set(theme, cell);
	}
	return [...cells.values()].sort((a, b) => (a.theme < b.theme ? -1 : 1));
}
