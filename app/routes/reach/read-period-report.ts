import { namedPeriods, type Period } from "#app/domain/periods.ts";
import { reachPeriod, reachRefusals, withPeriod } from "#app/domain/reach/reach-period.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { readListing } from "#app/http/read-listing.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { type FilterWord, filterWords } from "#app/routes/session-list/filter-words.ts";
import type { QuickRange } from "#app/routes/session-list/quick-ranges.ts";
import type { ShownChoices } from "#app/routes/session-list/session-filters.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";

export interface PeriodReport {
	chosen: ChosenFilter;
	period: Period;
	/** Periods by name, one step away; the filters stay. */
	ranges: QuickRange[];
	/** What limits the report besides its period. */
	words: FilterWord[];
	filter: SessionFilter;
}

interface Read {
	choices: ShownChoices;
	given: Record<string, string>;
	errors: FieldErrors;
	/** Null when the address asks for something that cannot be. */
	report: PeriodReport | null;
}

/**
 * What an address of a report on delivered sessions asks for, with the same filters as reach.
 * @param path of the report's page
 * @param own names in the address that are the report's and no filter
 */
export async function readPeriodReport(
	{ app, today }: Entered,
	url: URL,
	path: string,
	own: readonly string[] = [],
): Promise<Read> {
	const address = new URL(url);
	for (const name of own) address.searchParams.delete(name);
	const listing = await readListing(app.database.client, address, reachRefusals);
	const { venue: _venue, ...choices } = listing.choices;
	const given = Object.fromEntries(address.searchParams);
	if (!listing.ok) return { choices, given, errors: listing.errors, report: null };
	const period = reachPeriod(listing.chosen.filter, today);
	const chosen = withPeriod(listing.chosen, period);
	const { filter } = chosen;
	const { from, to } = period;
	const { from: _from, to: _to, ...narrower } = filter;
	return {
		choices,
		given: { ...given, from, to },
		errors: [],
		report: {
			chosen,
			period,
			filter,
			ranges: namedPeriods(today).map(({ name, period: one }) => ({
				text: name,
				href: listingHref(path, { ...filter, from: one.from, to: one.to }),
				current: from === one.from && to === one.to,
			})),
			words: filterWords({ ...chosen, filter: narrower }, (left) =>
				listingHref(path, { ...left, from, to }),
			),
		},
	};
}
