import { readFollowUps } from "#app/data/follow-ups.ts";
import { suppressSmall } from "#app/domain/reach/suppress.ts";
import { csvRefusal, csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { readPeriodReport } from "#app/routes/reach/read-period-report.ts";
import type { Route } from "./+types/follow-ups-csv.ts";
import { allKinds, OWN, PATH } from "./follow-up-facts.server.ts";

/** Follow-ups as they may leave the team. why no total: see suppressSmall. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const { report, errors } = await readPeriodReport(entered, args.url, PATH, OWN);
	if (!report) return csvRefusal(errors);
	const { from, to } = report.period;
	const read = await readFollowUps(entered.app.database.client, {
		chosen: report.chosen,
		now: entered.now,
	});
	return csvResponse(entered.app.log, {
		name: `follow-ups-${from}-to-${to}`,
		columns: ["kind", "young_people"],
		rows: allKinds(read).map(({ kind, youngPeople }) => [kind, suppressSmall(youngPeople)]),
	});
}
