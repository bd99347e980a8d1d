import type { Reader } from "#app/data/database.ts";
import type { ReachQuery } from "#app/data/live-reach.ts";
import type { ReachRead } from "#app/data/reach.ts";
import { readVenuePage } from "#app/data/venue-reach.ts";
import type { Naming } from "#app/domain/reach/named-parts.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { type SplitView, splitView } from "./split-view.server.ts";

const VENUES_A_PAGE = 100;

/**
 * The split by venue, a page at a time: there may be thousands, and all of them are in the file.
 * @param page from 1; one that is not there shows the last
 */
export async function readVenueSplit(
	reader: Reader,
	query: ReachQuery,
	{ read, naming, page: asked }: { read: ReachRead; naming: Naming; page: number },
): Promise<SplitView> {
	const total = read.venueCount;
	const page = Math.min(asked, Math.max(1, Math.ceil(total / VENUES_A_PAGE)));
	const found = await readVenuePage(reader, query, { page, size: VENUES_A_PAGE });
	const venues = new Map(found.map(({ key, name, code }) => [key, { name, code }]));
	const parts = new Map(read.parts).set("venue", found);
	const view = splitView("venue", { ...read, parts }, { ...naming, venues });
	if (total <= VENUES_A_PAGE) return view;
	const { from, to } = naming.period;
	const href = listingHref("/reach", { ...naming.chosen.filter, from, to }, { by: "venue" });
	const pages = { page, pageSize: VENUES_A_PAGE, total, items: "places", href };
	// why no chart: the largest of one page are not the largest of all.
	return { ...view, pages, chart: null, left: 0 };
}
