import { z } from "zod";
import { addRefusals, type FilterError, gatherParameters } from "#app/domain/address-parameters.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";
import { count, singleLine } from "#app/domain/text.ts";
import { FIRST_YEAR, LAST_YEAR } from "#app/domain/time.ts";
import { phases } from "#app/domain/venues/venue-kinds.ts";
import { type GridGrouping, gridGroupings } from "./grid.ts";
import { priorities } from "./priority.ts";
import { coverageStates } from "./states.ts";

/** What one line of the list stands for. */
export const units = ["schools", "groups"] as const;
export type Unit = (typeof units)[number];

export const coverageSorts = ["priority", "name"] as const;
export type CoverageSort = (typeof coverageSorts)[number];

const MAX_PAGE = 100_000;
const NAME_LENGTH = 200;

function oneOf<const Values extends readonly [string, ...string[]]>(what: string, values: Values) {
	return z.enum(values, { error: `Choose the ${what} as one of ${values.join(", ")}` }).optional();
}

const year = count(LAST_YEAR, "the year in which the academic year starts")
	.refine((number) => number >= FIRST_YEAR, {
		error: `Enter the academic year as the year in which it starts, ${FIRST_YEAR} or later`,
	})
	.optional();

const filterShape = {
	theme: singleLine(NAME_LENGTH, "the theme").optional(),
	district: singleLine(NAME_LENGTH, "the district").optional(),
	phase: oneOf("phase", [...phases, NONE]),
	yearGroup: oneOf("year group", yearGroups),
	priority: oneOf("priority", priorities),
	state: oneOf("state", [...coverageStates, "gap"]),
	/** The starting year of the academic year looked at; absent for the months of the settings. */
	year,
};

const coverageAddress = z.object({
	...filterShape,
	show: oneOf("kind of line", units).default("schools"),
	by: oneOf("rows", gridGroupings).default("district"),
	sort: oneOf("order", coverageSorts).default("priority"),
	page: count(MAX_PAGE, "the page")
		.refine((page) => page > 0, { error: "Enter the page as 1 or more" })
		.default(1),
});

type Address = z.output<typeof coverageAddress>;

/** Which schools and cells: every part may be absent, and an empty filter means all of them. */
export type CoverageFilter = Partial<Pick<Address, keyof typeof filterShape>>;

/** How they are shown. */
export interface CoverageView {
	show: Unit;
	by: GridGrouping;
	sort: CoverageSort;
	/** From 1. */
	page: number;
}

const usual: CoverageView = { show: "schools", by: "district", sort: "priority", page: 1 };
const filterNames = Object.keys(filterShape) as (keyof CoverageFilter)[];
const viewNames = Object.keys(usual) as (keyof CoverageView)[];

export type ParsedCoverage =
	| { ok: true; filter: CoverageFilter; view: CoverageView }
	| { ok: false; errors: FilterError[] };

/** Reads an address of /coverage or its file. What means nothing is refused, as in parseListing. */
export function parseCoverage(params: Iterable<readonly [string, string]>): ParsedCoverage {
	const { given, errors } = gatherParameters(params, {
		names: [...filterNames, ...viewNames],
		otherSpellings: { year_group: "yearGroup" },
	});
	const parsed = coverageAddress.safeParse(given);
	if (!parsed.success) addRefusals(errors, parsed.error.issues);
	if (errors.length > 0 || !parsed.success) return { ok: false, errors };
	const { show, by, sort, page, ...filter } = parsed.data;
	return { ok: true, filter, view: { show, by, sort, page } };
}

/** The address of exactly these, the same text for the same filter; what is usual is left out. */
export function coverageHref(
	path: "/coverage" | "/coverage.csv",
	filter: CoverageFilter,
	view: Partial<CoverageView> = {},
): string {
	const params = new URLSearchParams();
	for (const name of filterNames) {
		const value = filter[name];
		if (value !== undefined) params.append(name, String(value));
	}
	for (const name of viewNames) {
		const value = view[name];
		if (value !== undefined && value !== usual[name]) params.append(name, String(value));
	}
	return params.size === 0 ? path : `${path}?${params}`;
}
