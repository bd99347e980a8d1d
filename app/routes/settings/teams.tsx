import { listTeams } from "#app/data/teams.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { ReachLinks } from "#app/routes/register/reach-links.tsx";
import type { Route } from "./+types/teams.ts";
import { SettingsList } from "./settings-list.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "settings.view");
	const teams = await listTeams(app.database.client);
	return {
		rows: teams.map(({ id, name, prefix, email, phone, retiredAt, agencies, people }) => ({
			id,
			name,
			prefix,
			email,
			phone,
			retired: retiredAt !== null,
			agencies: agencies.map((agency) => agency.name).join(", ") || "None",
			people,
		})),
		mayChange: may(actor.role, "settings.change"),
	};
}

export default function Teams({ loaderData: { rows, mayChange } }: Route.ComponentProps) {
	return (
		<SettingsList
			title="Teams"
			noun="team"
			lead="Who delivers and is counted"
			path="/settings/teams"
			rows={rows}
			mayChange={mayChange}
			columns={[
				{ key: "prefix", header: "References", cell: ({ prefix }) => `${prefix}-…` },
				{ key: "agencies", header: "Agencies", cell: ({ agencies }) => agencies },
				{
					key: "reach",
					header: "Email and telephone",
					cell: ({ email, phone }) => <ReachLinks email={email} phone={phone} />,
				},
				{ key: "people", header: "People", numeric: true, cell: ({ people }) => people },
			]}
			empty={<p>Every session is delivered by one.</p>}
		/>
	);
}
