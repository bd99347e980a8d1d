import { coverageStates, type Mark } from "#app/domain/coverage/states.ts";
import { csvRefusal, csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/coverage-csv.ts";
import { type AskedCoverage, askCoverage, groupUnits, schoolUnits } from "./ask-coverage.ts";

// Part of what programs outside rely on, in this order.
const schoolColumns = [
	"school",
	"urn",
	"district",
	"phase",
	"pupils",
	"fsm_percent",
	"priority",
	"state",
];
const groupColumns = [
	"theme",
	"year_group",
	"last_delivered",
	"last_reference",
	"next_booked",
	"next_reference",
	"declined",
	"declined_reference",
	"awaiting_close_out",
];

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const asked = await askCoverage(entered, args.url);
	if (!asked.ok) return csvRefusal(asked.errors);
	const bySchool = asked.view.show === "schools";
	return csvResponse(entered.app.log, {
		name: `coverage-${entered.today}`,
		columns: [...schoolColumns, ...(bySchool ? coverageStates : groupColumns)],
		rows: bySchool ? schoolRows(asked) : groupRows(asked),
	});
}

type School = AskedCoverage["surveyed"][number]["school"];

function factsOf({ choices }: AskedCoverage) {
	const districts = new Map(choices.district.map(({ code, name }) => [code, name]));
	return ({ name, urn, districtCode, phase, pupils, fsmPercent, priority }: School) => [
		name,
		urn,
		districtCode === null ? null : (districts.get(districtCode) ?? districtCode),
		phase,
		pupils,
		fsmPercent,
		priority ? "yes" : "no",
	];
}

/** After a school's own state, which year groups are in each, theme by theme: "Knife crime: Y7 Y8". */
function* schoolRows(asked: AskedCoverage) {
	const facts = factsOf(asked);
	for (const { school, cells, state } of schoolUnits(asked.surveyed, asked.filter.state)) {
		const themes = [...new Set(cells.map(({ theme }) => theme))];
		const groupsIn = (wanted: (typeof coverageStates)[number]) =>
			themes
				.map((theme) => {
					const groups = cells.filter((cell) => cell.theme === theme && cell.state === wanted);
					const codes = groups.map(({ yearGroup }) => yearGroup).join(" ");
					return codes && `${theme.name}: ${codes}`;
				})
				.filter(Boolean)
				.join("; ");
		yield [...facts(school), state, ...coverageStates.map(groupsIn)];
	}
}

function* groupRows(asked: AskedCoverage) {
	const facts = factsOf(asked);
	const both = (mark: Mark | null) => [mark?.date ?? null, mark?.reference ?? null];
	for (const { school, cell } of groupUnits(asked.surveyed, asked.filter.state)) {
		const { theme, yearGroup, state } = cell;
		const { delivered, booked, declined, awaiting } = cell.facts;
		yield [
			...facts(school),
			state,
			theme.name,
			yearGroup,
			...both(delivered),
			...both(booked),
			...both(declined),
			awaiting?.reference ?? null,
		];
	}
}
