import { readFirstDelivered } from "#app/data/live-reach.ts";
import { readOutcomes } from "#app/data/outcomes.ts";
import { readReach, readThemesOverTime } from "#app/data/reach.ts";
import { comparisonFor } from "#app/domain/reach/comparison.ts";
import { type Grouping, groupingLabels, groupings } from "#app/domain/reach/groupings.ts";
import type { Naming } from "#app/domain/reach/named-parts.ts";
import { reachPeriod, reachRefusals, withPeriod } from "#app/domain/reach/reach-period.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { readListing } from "#app/http/read-listing.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { filterWords } from "#app/routes/session-list/filter-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { headlineFigures } from "./headline-figures.ts";
import { missingRows } from "./missing-rows.ts";
import { monthView, stepFor } from "./month-view.server.ts";
import { periodWays } from "./period-links.ts";
import { pressWords } from "./press-words.ts";
import { splitView } from "./split-view.server.ts";
import { readVenueSplit } from "./venue-split.server.ts";

/** On the first view of reach these stand below the themes. */
const overview: Grouping[] = ["district", "year_group", "agency"];

/** Everything /reach shows, or what is wrong with its address. */
export async function readReachView(entered: Entered, url: URL) {
	const { app, now, today, settings } = entered;
	const { client } = app.database;
	const listing = await readListing(client, url, reachRefusals);
	const { venue: _venue, ...choices } = listing.choices;
	if (!listing.ok) {
		const given = Object.fromEntries(url.searchParams);
		return { shown: null, choices, given, errors: listing.errors as FieldErrors };
	}
	const { by, page } = listing.view;
	const period = reachPeriod(listing.chosen.filter, today);
	const chosen = withPeriod(listing.chosen, period);
	const comparison = comparisonFor(period, today);
	const before = withPeriod(listing.chosen, comparison.period);
	const query = { chosen, now };
	const splits: Grouping[] = by === "theme" ? ["theme", ...overview] : by === "venue" ? [] : [by];
	const step = stepFor(period);
	const overTime = by === "theme";
	const [read, earlier, outcomes, themesOf, first] = await Promise.all([
		readReach(client, query, ["theme", ...splits, ...(overTime ? [step] : [])]),
		readReach(client, { chosen: before, now }, []),
		readOutcomes(client, query),
		overTime ? readThemesOverTime(client, query, step) : null,
		readFirstDelivered(client),
	]);
	const naming: Naming = { period, chosen, choices: listing.choices, venues: read.venues };
	const venues =
		by === "venue" ? [await readVenueSplit(client, query, { read, naming, page })] : [];
	const { filter } = chosen;
	const { from: _from, to: _to, ...narrower } = filter;
	return {
		choices,
		errors: [] as FieldErrors,
		given: textsOf(filter, by),
		shown: {
			period: period.label,
			...linksOf(filter, by),
			ways: periodWays({ filter, period, by, today, first: first ?? today }),
			words: filterWords({ ...chosen, filter: narrower }, (left) =>
				listingHref("/reach", { ...left, from: period.from, to: period.to }, { by }),
			),
			press: pressWords(read, naming, { partnership: settings.partnership, outcomes, today }),
			figures: headlineFigures(read, earlier, { filter, comparison }),
			months: themesOf ? monthView(read, themesOf, naming) : null,
			splits: [...splits.map((one) => splitView(one, read, naming)), ...venues],
			missing: missingRows(outcomes, filter),
		},
	};
}

export type ReachShown = NonNullable<Awaited<ReturnType<typeof readReachView>>["shown"]>;

function linksOf(filter: SessionFilter, by: Grouping) {
	const { from, to, team, theme } = filter;
	return {
		csv: listingHref("/reach.csv", filter, { by }),
		wholeHref: listingHref("/reach", { from, to, team, theme }, { by }),
		publishHref: listingHref("/publications/new", { from, to, team, theme }),
		tabs: groupings.map((one) => ({
			href: listingHref("/reach", filter, { by: one }),
			text: groupingLabels[one],
			current: one === by,
		})),
	};
}

function textsOf(filter: SessionFilter, by: Grouping): Record<string, string> {
	const texts = Object.entries(filter).filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	);
	return { ...Object.fromEntries(texts), by };
}
