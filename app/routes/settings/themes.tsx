import { listThemes } from "#app/data/themes.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/themes.ts";
import { SettingsList } from "./settings-list.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "settings.view");
	const themes = await listThemes(app.database.client);
	return {
		rows: themes.map(({ id, name, retiredAt, position, programmes }) => ({
			id,
			name,
			retired: retiredAt !== null,
			position,
			programmes: programmes.map((programme) => programme.name).join(", ") || "None",
		})),
		mayChange: may(actor.role, "settings.change"),
	};
}

export default function Themes({ loaderData: { rows, mayChange } }: Route.ComponentProps) {
	return (
		<SettingsList
			title="Themes"
			noun="theme"
			lead="What reach is reported by"
			path="/settings/themes"
			rows={rows}
			mayChange={mayChange}
			columns={[
				{ key: "programmes", header: "Programmes", cell: ({ programmes }) => programmes },
				{ key: "position", header: "Place", numeric: true, cell: ({ position }) => position },
			]}
			empty={<p>Add one for each subject that reach is to be reported for.</p>}
		/>
	);
}
