import { listPeople } from "#app/data/people.ts";
import { may } from "#app/domain/access/permissions.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/people-csv.ts";
import { personRow } from "./people-table.tsx";

const columns = ["name", "agency", "teams", "may_deliver", "expired", "retired"];
const reachColumns = ["email", "phone"];

/** The list of people as a file, narrowed like its page. */
export async function loader(args: Route.LoaderArgs) {
	const { app, actor, today } = await requireActor(args, "register.view");
	const retired = args.url.searchParams.get("retired") === "yes" ? "include" : "exclude";
	const reaches = may(actor.role, "contacts.view");
	const people = await listPeople(app.database.client, { retired });
	const rows = people.map((person) => {
		const row = personRow(person, { today, reaches });
		const { name, agency, teams, delivers, expired, email, phone } = row;
		const cells = [name, agency, teams, delivers.join("; "), expired.join("; ")];
		return [...cells, row.retired ? "yes" : "no", ...(reaches ? [email, phone] : [])];
	});
	const shown = reaches ? [...columns, ...reachColumns] : columns;
	return csvResponse(app.log, { name: `people-${today}`, columns: shown, rows });
}
