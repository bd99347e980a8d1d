import { readUntrueInvites } from "#app/data/outbox-pages.ts";
import { listSessions, PAGE_SIZE } from "#app/data/session-list.ts";
import {
	type ListingView,
	NONE,
	type SessionFilter,
	type SessionSort,
} from "#app/domain/sessions/session-filter.ts";
import { yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { readListing } from "#app/http/read-listing.ts";
import type { Entered } from "#app/http/require-actor.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { type FilterWord, filterWords } from "./filter-words.ts";
import { quickRanges } from "./quick-ranges.ts";
import { type SessionRow, sessionRow } from "./session-rows.ts";
import type { SortLink } from "./session-table.tsx";
import { sessionsAddress } from "./sessions-address.ts";

/** Everything /sessions shows, or what is wrong with its address. */
export async function readSessionPage({ app, now, zone, today }: Entered, asked: URL) {
	const { client } = app.database;
	const url = asked.searchParams.size === 0 ? comingUp(asked, today) : asked;
	const listing = await readListing(client, url);
	const { venue: _venue, ...choices } = listing.choices;
	if (!listing.ok) {
		const given = Object.fromEntries(url.searchParams);
		const ranges = quickRanges({}, {}, today);
		return { ...nothing, given, choices, ranges, errors: listing.errors };
	}
	const { chosen, view } = listing;
	const { filter } = chosen;
	const { sessions, total } = await listSessions(client, { chosen, now, ...view });
	const untrue = await readUntrueInvites(
		client,
		now,
		sessions.map(({ id }) => id),
	);
	const untrueOf = (reference: string) =>
		untrue.filter(({ session }) => session.reference === reference).length;
	const { yearGroup } = filter;
	return {
		given: { ...onlyTexts(filter), sort: view.sort },
		choices,
		ranges: quickRanges(filter, { sort: view.sort }, today),
		listed: true,
		errors: [] as FieldErrors,
		filter,
		sort: view.sort,
		number: view.page,
		pageSize: PAGE_SIZE,
		total,
		rows: sessions.map((session) => sessionRow(session, untrueOf(session.reference), zone)),
		words: filterWords(chosen, (left) => sessionsAddress(left, { sort: view.sort })),
		sorts: sortLinks(filter, view),
		cameOf: yearGroup === undefined || yearGroup === NONE ? null : yearGroupLabel(yearGroup),
		empty: emptyWords(filter, view, total),
	};
}

/** why: whoever opens the list wants to know what is next; "All" is one step away. */
function comingUp(asked: URL, today: string): URL {
	const url = new URL(asked);
	url.searchParams.set("from", today);
	return url;
}

/** why: an address may name a team otherwise than the form's options do. */
function onlyTexts(filter: SessionFilter): Record<string, string> {
	return Object.fromEntries(
		Object.entries(filter).filter(
			(entry): entry is [string, string] => typeof entry[1] === "string",
		),
	);
}

const nothing = {
	listed: false,
	filter: {} as SessionFilter,
	sort: "date" as ListingView["sort"],
	number: 1,
	pageSize: PAGE_SIZE,
	total: 0,
	rows: [] as SessionRow[],
	words: [] as FilterWord[],
	sorts: {} as Record<string, SortLink>,
	cameOf: null as string | null,
	empty: { title: "", href: "/sessions", text: "" },
};

const sortable: SessionSort[] = ["date", "programme", "venue", "status", "expected"];

function sortLinks(filter: SessionFilter, { sort }: ListingView): Record<string, SortLink> {
	return Object.fromEntries(
		sortable.map((key) => {
			const next: ListingView["sort"] = sort === key ? `-${key}` : key;
			const state = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
			return [key, { href: sessionsAddress(filter, { sort: next }), sort: state }];
		}),
	);
}

function emptyWords(filter: SessionFilter, { sort, page }: ListingView, total: number) {
	const pages = Math.ceil(total / PAGE_SIZE);
	if (total > 0) {
		return {
			title: `There is no page ${page}: the list ends at page ${pages}`,
			href: sessionsAddress(filter, { sort, page: pages }),
			text: `Go to page ${pages}`,
		};
	}
	if (Object.keys(filter).length === 0) {
		const title = "No sessions yet. They appear here as they are booked.";
		return { title, href: "/sessions/new", text: "Book a session" };
	}
	const title = "No sessions fit these filters. Take one away to see more.";
	return { title, href: sessionsAddress({}), text: "Show all sessions" };
}
