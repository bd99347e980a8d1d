import { countOpenSchools } from "#app/data/coverage.ts";
import { coverageHref } from "#app/domain/coverage/coverage-filter.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { look, schoolUnits } from "./ask-coverage.ts";
import { sinceWords } from "./coverage-words.ts";

/** More schools than a county has take longer than a first page may. */
const SCHOOLS_AT_MOST = 3000;

/** How many schools have a gap, for a first page; null where there are none, or too many to count there. */
export async function schoolGaps(entered: Entered) {
	const open = await countOpenSchools(entered.app.database.client);
	if (open === 0 || open > SCHOOLS_AT_MOST) return null;
	const everything = { filter: {}, names: { theme: undefined, district: undefined } };
	const { surveyed, window } = await look(entered, { ...everything, view: { sort: "name" } });
	if (surveyed.length === 0) return null;
	return {
		count: schoolUnits(surveyed, "gap").length,
		schools: surveyed.length,
		since: sinceWords(window),
		href: `${coverageHref("/coverage", { state: "gap" })}#list`,
	};
}
