import { type EvaluatedVersion, readEvaluation } from "#app/data/evaluation-report.ts";
import { answersIn, percentOf, type Tally } from "#app/domain/evaluation/shares.ts";
import { moments } from "#app/domain/evaluation/totals-input.ts";
import { csvRefusal, csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { readPeriodReport } from "#app/routes/reach/read-period-report.ts";
import type { Route } from "./+types/evaluation-csv.ts";
import { PATH } from "./evaluation-facts.server.ts";

const columns = [
	"asked",
	"about",
	"statement",
	"wording",
	"better",
	"moment",
	"answers",
	"agree",
	"unsure",
	"disagree",
	"percent_better",
];

/** The answers of the report. A percentage is left out where the answers are too few for one. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const { report, errors } = await readPeriodReport(entered, args.url, PATH);
	if (!report) return csvRefusal(errors);
	const query = { chosen: report.chosen, now: entered.now };
	const versions = await readEvaluation(entered.app.database.client, query);
	const { from, to } = report.period;
	return csvResponse(entered.app.log, {
		name: `evaluation-${from}-to-${to}`,
		columns,
		rows: versions.flatMap(rowsOf),
	});
}

function rowsOf(version: EvaluatedVersion) {
	if (version.asks === "pupils") {
		return moments.map((moment) => rowOf(version, moment, version.totals[moment]));
	}
	const [stronglyDisagree, disagree, unsure, agree, stronglyAgree] = version.scores;
	const tally = { agree: agree + stronglyAgree, unsure, disagree: disagree + stronglyDisagree };
	return [rowOf(version, "afterwards", tally)];
}

function rowOf(version: EvaluatedVersion, moment: string, tally: Tally) {
	const { asks, about, text, better } = version;
	const all = answersIn(tally);
	return [
		...[asks, about ?? "all", text, version.version, better, moment, all],
		...[tally.agree, tally.unsure, tally.disagree, percentOf(tally[better], all)],
	];
}
