import { readCoverage } from "#app/data/coverage.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import {
	type CoverageFilter,
	type CoverageView,
	parseCoverage,
} from "#app/domain/coverage/coverage-filter.ts";
import { byPriority } from "#app/domain/coverage/priority.ts";
import { hasState, survey } from "#app/domain/coverage/survey.ts";
import { windowOf } from "#app/domain/coverage/window.ts";
import { byName } from "#app/domain/names.ts";
import { chooseFilter } from "#app/domain/sessions/filter-choices.ts";
import type { Entered } from "#app/http/require-actor.ts";

/** What the page and the file of coverage are made of, or what is wrong with their address. */
export async function askCoverage(entered: Entered, { searchParams }: URL) {
	const choices = await readFilterChoices(entered.app.database.client);
	const parsed = parseCoverage(searchParams);
	if (!parsed.ok) return { ok: false as const, choices, errors: parsed.errors };
	const { theme, district, ...rest } = parsed.filter;
	const chosen = chooseFilter({ ...(theme && { theme }), ...(district && { district }) }, choices);
	if (!chosen.ok) return { ok: false as const, choices, errors: chosen.errors };
	const names = {
		theme: chosen.chosen.theme ?? undefined,
		/** null for schools without a district. */
		district: chosen.chosen.district,
	};
	const filter: CoverageFilter = {
		...rest,
		...(chosen.filter.theme && { theme: chosen.filter.theme }),
		...(chosen.filter.district && { district: chosen.filter.district }),
	};
	const { view } = parsed;
	return {
		ok: true as const,
		choices,
		names,
		filter,
		view,
		...(await look(entered, { filter, names, view })),
	};
}

interface Asked {
	filter: CoverageFilter;
	names: { theme: { id: string } | undefined; district: { id: string } | null | undefined };
	view: Pick<CoverageView, "sort">;
}

/** Every open school in scope with its cells, in the order of the list. */
export async function look({ app, now, today, settings }: Entered, asked: Asked) {
	const { year, yearGroup, phase, priority } = asked.filter;
	const { theme, district } = asked.names;
	const window = windowOf({ year, months: settings.coverageMonths, today });
	const districtCode = district === null ? null : district?.id;
	const scope = { themeId: theme?.id, yearGroup, districtCode, phase, priority };
	const highFsm = settings.highFsmPercent;
	const read = await readCoverage(app.database.client, { window, now, scope, highFsm });
	const schools = read.schools.sort(asked.view.sort === "name" ? byName : byPriority);
	const surveyed = survey({ ...read, schools, window, scope, highFsm });
	const { themes } = read;
	return { window, surveyed, themes };
}

export type AskedCoverage = Extract<Awaited<ReturnType<typeof askCoverage>>, { ok: true }>;
type Surveyed = AskedCoverage["surveyed"];

/** One year group of a school with one theme. */
export interface GroupUnit {
	school: Surveyed[number]["school"];
	cell: Surveyed[number]["cells"][number];
}

/** The lines of the list by year group, in its order. */
export function* groupUnits(
	surveyed: Surveyed,
	state: CoverageFilter["state"],
): Generator<GroupUnit> {
	for (const { school, cells } of surveyed) {
		for (const cell of cells) if (hasState(cell.state, state)) yield { school, cell };
	}
}

/** The lines of the list by school, in its order. */
export function schoolUnits(surveyed: Surveyed, state: CoverageFilter["state"]): Surveyed {
	return surveyed.filter((one) => hasState(one.state, state));
}
