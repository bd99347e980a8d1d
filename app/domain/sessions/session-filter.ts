import { z } from "zod";
import { addRefusals, type FilterError, gatherParameters } from "#app/domain/address-parameters.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { type Grouping, grouping } from "#app/domain/reach/groupings.ts";
import { count, optionalSingleLine, singleLine } from "#app/domain/text.ts";
import { localDate } from "#app/domain/time.ts";
import { phases, venueKinds } from "#app/domain/venues/venue-kinds.ts";
import { sessionReference } from "./reference.ts";
import { shownStatuses } from "./status.ts";
import { yearGroups } from "./year-groups.ts";

/** In an address: without a district, a phase, a year group or an agency. */
export const NONE = "none";

export const sessionSorts = [
	"date",
	"programme",
	"venue",
	"district",
	"team",
	"status",
	"expected",
] as const;
export type SessionSort = (typeof sessionSorts)[number];
type SortOrder = SessionSort | `-${SessionSort}`;

/** As many as an address may name one by one. */
export const MAX_REFERENCES = 200;
const MAX_PAGE = 100_000;
const NAME_LENGTH = 200;

function oneOf<const Values extends readonly [string, ...string[]]>(what: string, values: Values) {
	return z.enum(values, { error: `Choose the ${what} as one of ${values.join(", ")}` }).optional();
}

const named = (what: string) => singleLine(NAME_LENGTH, `the ${what}`).optional();

const filterShape = {
	/** Local dates, both included. */
	from: localDate("the start date").optional(),
	to: localDate("the end date").optional(),
	team: named("team"),
	theme: named("theme"),
	programme: named("programme"),
	district: named("district"),
	phase: oneOf("phase", [...phases, NONE]),
	venue: named("venue"),
	venueType: oneOf("venue type", venueKinds),
	/** Of those who came; of those booked while nothing is recorded. */
	yearGroup: oneOf("year group", [...yearGroups, NONE]),
	/** Of the people who deliver: a joint session is found by each of its agencies. */
	agency: named("agency"),
	status: oneOf("status", shownStatuses),
	cancelledBy: oneOf("canceller", ["us", "school"]),
	counted: oneOf("kind of numbers", ["counted", "estimated"]),
	person: named("person"),
	/** Brought in from a file: "yes", or the import's id for those of one file. */
	imported: z
		.string()
		.regex(/^(yes|[0-9a-f-]{36})$/, { error: "Choose “yes”, or one import by its id" })
		.optional(),
	/** Part of a reference, a venue or a person's name. */
	q: optionalSingleLine(100, "the search"),
	/** These and no others. */
	ref: z
		.array(sessionReference)
		.max(MAX_REFERENCES, { error: `Choose ${MAX_REFERENCES} sessions or fewer` })
		.optional(),
};

const sort = z
	.string()
	.refine(
		(text): text is SortOrder => sessionSorts.includes(text.replace(/^-/, "") as SessionSort),
		{ error: `Sort by one of ${sessionSorts.join(", ")}, with - before it for the last first` },
	);

const pageNumber = count(MAX_PAGE, "the page").refine((page) => page > 0, {
	error: "Enter the page as 1 or more",
});

const listing = z
	.object({
		...filterShape,
		sort: sort.default("date" satisfies SortOrder),
		page: pageNumber.default(1),
		by: grouping,
	})
	.check((ctx) => {
		const { from, to } = ctx.value;
		if (from === undefined || to === undefined) return;
		const period = parsePeriod({ from, to });
		if (period.ok) return;
		for (const { field, message } of period.errors) {
			ctx.issues.push({ code: "custom", message, path: [field], input: ctx.value[field] });
		}
	});

type Listing = z.output<typeof listing>;

/** Which sessions: every part may be absent, and an empty filter means all of them. */
export type SessionFilter = Partial<Omit<Listing, "sort" | "page" | "by">>;

/** How they are shown, which changes no figure. */
export interface ListingView {
	sort: SortOrder;
	/** From 1. */
	page: number;
	by: Grouping;
}

export type ParsedListing =
	| { ok: true; filter: SessionFilter; view: ListingView }
	| { ok: false; errors: FilterError[] };

const names = [...Object.keys(filterShape), "sort", "page", "by"];
// The spelling of the headers in our CSV files, for those who build addresses by hand.
const otherSpellings: Record<string, string> = {
	year_group: "yearGroup",
	cancelled_by: "cancelledBy",
	venue_type: "venueType",
};

/**
 * Reads an address of /sessions, /reach and their CSV files. A name that means nothing is refused:
 * a misspelt filter that was passed over would publish the wrong figure.
 */
export function parseListing(params: Iterable<readonly [string, string]>): ParsedListing {
	const { given, errors } = gatherParameters(params, { names, otherSpellings, many: ["ref"] });
	const parsed = listing.safeParse(given);
	if (!parsed.success) addRefusals(errors, parsed.error.issues);
	if (errors.length > 0 || !parsed.success) return { ok: false, errors };
	const { sort, page, by, ...filter } = parsed.data;
	return { ok: true, filter: present(filter), view: { sort: sort as SortOrder, page, by } };
}

function present(filter: SessionFilter): SessionFilter {
	return Object.fromEntries(
		Object.entries(filter).filter(([, value]) => value !== undefined),
	) as SessionFilter;
}

/**
 * The address of exactly these sessions, the same text for the same filter. What is usual (the
 * first page, sorted by date, by theme) is left out.
 */
export function listingHref(
	path: string,
	filter: SessionFilter,
	view: Partial<ListingView> = {},
): string {
	const params = new URLSearchParams();
	for (const name of Object.keys(filterShape) as (keyof SessionFilter)[]) {
		const value = filter[name];
		for (const each of [value ?? []].flat()) params.append(name, each);
	}
	const usual: ListingView = { sort: "date", page: 1, by: "theme" };
	for (const name of ["sort", "page", "by"] as const) {
		const value = view[name];
		if (value !== undefined && value !== usual[name]) params.append(name, String(value));
	}
	return params.size === 0 ? path : `${path}?${params}`;
}
