import { formatPlainDate } from "#app/domain/format-time.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import { NONE, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { shownStatusLabels } from "#app/domain/sessions/status.ts";
import { yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { phaseLabel, venueKindLabel } from "#app/domain/venues/venue-kinds.ts";

/** A filter in effect, in words, and the address without it. */
export interface FilterWord {
	text: string;
	without: string;
}

/**
 * What narrows a list now, each with the way to be rid of it.
 * @param address what makes an address of the filter that is left
 */
export function filterWords(
	{ filter, chosen }: ChosenFilter,
	address: (filter: SessionFilter) => string,
): FilterWord[] {
	const word = (text: string | undefined, ...names: (keyof SessionFilter)[]): FilterWord[] => {
		if (text === undefined) return [];
		const without = { ...filter };
		for (const name of names) delete without[name];
		return [{ text, without: address(without) }];
	};
	const named = (kind: keyof ChosenFilter["chosen"], none = "") => {
		const choice = chosen[kind];
		return choice === undefined ? undefined : (choice?.name ?? none);
	};
	const { status, cancelledBy, counted, phase, venueType, yearGroup, imported, q, ref } = filter;
	return [
		...word(datesWords(filter), "from", "to"),
		...word(status && shownStatusLabels[status], "status"),
		...word(cancelledBy && cancellers[cancelledBy], "cancelledBy"),
		...word(counted && numbers[counted], "counted"),
		...word(named("theme"), "theme"),
		...word(named("programme"), "programme"),
		...word(named("team"), "team"),
		...word(named("agency", "Nobody assigned"), "agency"),
		...word(named("person"), "person"),
		...word(named("district", "No district"), "district"),
		...word(named("venue"), "venue"),
		...word(phase && (phase === NONE ? "No phase" : phaseLabel(phase)), "phase"),
		...word(venueType && venueKindLabel(venueType), "venueType"),
		...word(
			yearGroup && (yearGroup === NONE ? "Adults only" : yearGroupLabel(yearGroup)),
			"yearGroup",
		),
		...word(imported && (imported === "yes" ? "Imported" : "Imported from one file"), "imported"),
		...word(q && `“${q}”`, "q"),
		...word(ref && (ref.length === 1 ? ref[0] : `${ref.length} chosen sessions`), "ref"),
	];
}

const cancellers = { us: "Cancelled by us", school: "Cancelled by the school" };
const numbers = { counted: "Counted headcounts", estimated: "Estimated headcounts" };

function datesWords({ from, to }: SessionFilter): string | undefined {
	if (from && to) return from === to ? formatPlainDate(from) : between(from, to);
	if (from) return `From ${formatPlainDate(from)}`;
	return to && `Until ${formatPlainDate(to)}`;
}

function between(from: string, to: string): string {
	return `${formatPlainDate(from)} to ${formatPlainDate(to)}`;
}
