import { listProgrammes } from "#app/data/programmes.ts";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/programme-list.ts";
import { ProgrammeTable, programmesByTheme } from "./programme-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "register.view");
	const showRetired = args.url.searchParams.get("retired") === "yes";
	const retired = showRetired ? "include" : "exclude";
	const programmes = await listProgrammes(app.database.client, { retired });
	return {
		showRetired,
		themes: programmesByTheme(programmes),
		mayAdd: may(actor.role, "register.change"),
	};
}

export default function ProgrammeList({ loaderData }: Route.ComponentProps) {
	const { themes, mayAdd, showRetired } = loaderData;
	return (
		<>
			<PageTitle title="Programmes" />
			<PageHeading
				title="Programmes"
				lead="What schools can ask for, by the theme that reach is reported under"
				actions={
					mayAdd && (
						<Actions>
							<ButtonLink href="/programmes/new" kind="secondary">
								Add programme
							</ButtonLink>
						</Actions>
					)
				}
			/>
			{themes.length === 0 && (
				<EmptyState title="Programmes will be listed here">
					<p>
						{mayAdd
							? "Add one under a theme. Themes are made in settings."
							: "A coordinator adds them."}
					</p>
				</EmptyState>
			)}
			{themes.map(({ id, name, rows }) => (
				<Section key={id} title={name}>
					<ProgrammeTable theme={name} rows={rows} />
				</Section>
			))}
			{themes.length > 0 && (
				<ExportLink
					href={`/programmes.csv${showRetired ? "?retired=yes" : ""}`}
					text="Export these programmes as CSV"
				/>
			)}
			<p className="govuk-body">
				{showRetired ? (
					<AppLink className="govuk-link" href="/programmes">
						Leave out programmes that are retired
					</AppLink>
				) : (
					<AppLink className="govuk-link" href="/programmes?retired=yes">
						Show programmes that are retired too
					</AppLink>
				)}
			</p>
		</>
	);
}
