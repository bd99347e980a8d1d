import type { Reader } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import type { FilterError } from "#app/domain/address-parameters.ts";
import {
	type ChosenFilter,
	chooseFilter,
	type FilterChoices,
} from "#app/domain/sessions/filter-choices.ts";
import {
	type ListingView,
	parseListing,
	type SessionFilter,
} from "#app/domain/sessions/session-filter.ts";

export type ReadListing = { choices: FilterChoices } & (
	| { ok: true; chosen: ChosenFilter; view: ListingView }
	| { ok: false; errors: FilterError[] }
);

/**
 * The sessions that an address means, the same for the pages and the files.
 * @param limit what the page asks of a filter besides, as the messages it gives
 */
export async function readListing(
	reader: Reader,
	{ searchParams }: URL,
	limit: (filter: SessionFilter) => FilterError[] = () => [],
): Promise<ReadListing> {
	const parsed = parseListing(searchParams);
	const choices = await readFilterChoices(reader, parsed.ok ? parsed.filter : {});
	if (!parsed.ok) return { ok: false, errors: parsed.errors, choices };
	const errors = limit(parsed.filter);
	if (errors.length > 0) return { ok: false, errors, choices };
	const chosen = chooseFilter(parsed.filter, choices);
	if (!chosen.ok) return { ok: false, errors: chosen.errors, choices };
	return { ok: true, chosen, view: parsed.view, choices };
}
