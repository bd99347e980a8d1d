import { listPeople } from "#app/data/people.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/people-list.ts";
import { PeopleTable, personRow } from "./people-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, today } = await requireActor(args, "register.view");
	const showRetired = args.url.searchParams.get("retired") === "yes";
	const retired = showRetired ? "include" : "exclude";
	const people = await listPeople(app.database.client, { retired });
	const reaches = may(actor.role, "contacts.view");
	return {
		showRetired,
		rows: people.map((person) => personRow(person, { today, reaches })),
		reaches,
		mayAdd: may(actor.role, "register.change"),
	};
}

export default function PeopleList({ loaderData }: Route.ComponentProps) {
	const { rows, reaches, mayAdd, showRetired } = loaderData;
	return (
		<>
			<PageTitle title="People" />
			<PageHeading
				title="People"
				lead="Everybody who delivers sessions, and what they may deliver"
				actions={
					mayAdd && (
						<Actions>
							<ButtonLink href="/people/new" kind="secondary">
								Add person
							</ButtonLink>
						</Actions>
					)
				}
			/>
			<PeopleTable rows={rows} reaches={reaches} mayAdd={mayAdd} />
			{rows.length > 0 && (
				<ExportLink
					href={`/people.csv${showRetired ? "?retired=yes" : ""}`}
					text="Export these people as CSV"
				/>
			)}
			<p className="govuk-body">
				{showRetired ? (
					<AppLink className="govuk-link" href="/people">
						Leave out people who are retired
					</AppLink>
				) : (
					<AppLink className="govuk-link" href="/people?retired=yes">
						Show people who are retired too
					</AppLink>
				)}
			</p>
		</>
	);
}
