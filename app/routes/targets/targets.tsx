import { listTargets } from "#app/data/targets.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { targetRows } from "#app/http/target-words.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/targets.ts";
import { TargetTable } from "./target-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, today } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const rows = await targetRows(client, await listTargets(client), { now, today });
	return {
		current: rows.filter(({ time }) => time === "now"),
		toCome: rows.filter(({ time }) => time === "to_come"),
		over: rows.filter(({ time }) => time === "over"),
		mayChange: may(actor.role, "targets.change"),
	};
}

export default function Targets({ loaderData }: Route.ComponentProps) {
	const { current, toCome, over, mayChange } = loaderData;
	return (
		<>
			<PageTitle title="Targets" />
			<PageHeading
				title="Targets"
				lead="What is aimed at, and how far it has come. Only delivered sessions that are closed out count, as in reach."
				back={{ href: "/reach", text: "Reach" }}
				actions={mayChange && <ButtonLink href="/targets/new">Add target</ButtonLink>}
			/>
			<TargetTable
				caption="Now"
				captionHidden={toCome.length + over.length === 0}
				rows={current}
				mayChange={mayChange}
				empty={
					<EmptyState title="No target for a period that goes on now">
						<p className="govuk-body">
							{mayChange ? (
								<>
									<AppLink className="govuk-link" href="/targets/new">
										Add a target
									</AppLink>{" "}
									of sessions or young people, for a team, a theme, or all of them.
								</>
							) : (
								"Managers and coordinators add targets of sessions or young people."
							)}
						</p>
					</EmptyState>
				}
			/>
			<TargetTable caption="To come" rows={toCome} mayChange={mayChange} empty={null} />
			<TargetTable caption="Over" rows={over} mayChange={mayChange} empty={null} />
			{current.length > 0 && (
				<p className="govuk-body tt-text tt-quiet">
					Pace spreads a target evenly over all days of its period, school holidays too, and
					compares it with the days that are over. The mark on each bar is where it would be by now.
				</p>
			)}
		</>
	);
}
