import { listAgencies } from "#app/data/agencies.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/agencies.ts";
import { SettingsList } from "./settings-list.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "settings.view");
	const agencies = await listAgencies(app.database.client);
	return {
		rows: agencies.map(({ id, name, retiredAt, people, teams }) => ({
			id,
			name,
			retired: retiredAt !== null,
			people,
			teams: teams.map((team) => team.name).join(", ") || "None",
		})),
		mayChange: may(actor.role, "settings.change"),
	};
}

export default function Agencies({ loaderData: { rows, mayChange } }: Route.ComponentProps) {
	return (
		<SettingsList
			title="Agencies"
			noun="agency"
			lead="The employers in the partnership"
			path="/settings/agencies"
			rows={rows}
			mayChange={mayChange}
			columns={[
				{ key: "teams", header: "Teams", cell: ({ teams }) => teams },
				{ key: "people", header: "People", numeric: true, cell: ({ people }) => people },
			]}
			empty={<p>Everybody who delivers is employed by one.</p>}
		/>
	);
}
