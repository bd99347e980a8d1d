import { listBases } from "#app/data/bases.ts";
import { may } from "#app/domain/access/permissions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { SettingsList } from "#app/routes/settings/settings-list.tsx";
import type { Route } from "./+types/bases.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "settings.view");
	const bases = await listBases(app.database.client);
	return {
		rows: bases.map(({ id, name, easting, northing, people }) => ({
			id,
			name,
			retired: false,
			place: `${formatCount(easting)}, ${formatCount(northing)}`,
			people: people.length,
		})),
		mayChange: may(actor.role, "register.change"),
	};
}

export default function Bases({ loaderData: { rows, mayChange } }: Route.ComponentProps) {
	return (
		<SettingsList
			title="Bases"
			noun="base"
			lead="Where people start from in the morning and go back to"
			path="/settings/bases"
			rows={rows}
			mayChange={mayChange}
			columns={[
				{ key: "place", header: "Easting, northing", cell: ({ place }) => place },
				{ key: "people", header: "People", numeric: true, cell: ({ people }) => people },
			]}
			empty={<p>Add one, then choose it on a person’s page: travel is reckoned from there.</p>}
		/>
	);
}
