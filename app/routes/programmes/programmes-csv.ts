import { listProgrammes } from "#app/data/programmes.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/programmes-csv.ts";

const columns = [
	"theme",
	"programme",
	"code",
	"minutes",
	"year_groups",
	"largest_group",
	"facilitators",
	"agencies",
	"school_provides",
	"retired",
];

/** The list of programmes as a file, narrowed like its page. */
export async function loader(args: Route.LoaderArgs) {
	const { app, today } = await requireActor(args, "register.view");
	const retired = args.url.searchParams.get("retired") === "yes" ? "include" : "exclude";
	const programmes = await listProgrammes(app.database.client, { retired });
	const rows = programmes.map((programme) => [
		programme.theme.name,
		programme.name,
		programme.slug,
		programme.lengthMinutes,
		programme.yearGroups.join(" "),
		programme.largestGroup,
		programme.facilitatorsNeeded,
		programme.agenciesNeeded.map(({ name }) => name).join("; "),
		programme.schoolProvides,
		programme.retiredAt ? "yes" : "no",
	]);
	return csvResponse(app.log, { name: `programmes-${today}`, columns, rows });
}
