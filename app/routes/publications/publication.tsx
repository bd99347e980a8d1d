import { findPublication } from "#app/data/publications.ts";
import { may } from "#app/domain/access/permissions.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { momentWords } from "#app/http/history-words.ts";
import { readPublicationNow } from "#app/http/publication-now.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { PressLineBox } from "#app/routes/reach/press-panel.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/publication.ts";
import { DifferenceSection } from "./difference-section.tsx";
import { differenceView } from "./difference-view.ts";
import { FrozenSessions, ThemeTable } from "./frozen.tsx";
import { SHOWN, sessionRows, themeRows } from "./published-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, today, zone } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const publication = await findPublication(client, { id: args.params.id });
	if (!publication) throw notFound();
	const { id, token, line, filter, about, figures, publishedAt, withdrawn } = publication;
	const read = await readPublicationNow(client, publication, { now, today });
	return {
		id,
		line,
		about,
		period: periodFrom(filter.from, filter.to).label,
		published: momentWords(publishedAt, zone),
		by: publication.publishedByName,
		withdrawn: withdrawn && {
			when: momentWords(withdrawn.at, zone),
			by: withdrawn.byName,
			reason: withdrawn.reason,
		},
		publicAddress: `${app.deployment.appUrl}/published/${token}`,
		publicHref: `/published/${token}`,
		themes: themeRows(figures),
		sessions: sessionRows(read.sessions),
		total: read.sessions.length,
		difference: await differenceView(client, publication, read, zone),
		mayWithdraw: withdrawn === null && may(actor.role, "reach.publish"),
	};
}

export default function PublicationRoute({ loaderData: view }: Route.ComponentProps) {
	const title = `Published: ${view.period}`;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				back={{ href: "/publications", text: "Publications" }}
				status={view.withdrawn && <Tag colour="red">Withdrawn</Tag>}
				actions={
					<Actions>
						<ButtonLink kind="secondary" href={`/publications/${view.id}/sessions.csv`}>
							Export the list as CSV
						</ButtonLink>
						{view.mayWithdraw && (
							<ButtonLink kind="secondary" href={`/publications/${view.id}/withdraw`}>
								Withdraw
							</ButtonLink>
						)}
					</Actions>
				}
			/>
			{view.withdrawn && (
				<Inset>
					<p className="govuk-body">
						Withdrawn by {view.withdrawn.by} on {view.withdrawn.when}: {view.withdrawn.reason}
					</p>
				</Inset>
			)}
			<PressLineBox text={view.line} about="the published line" />
			<SummaryList
				rows={[
					{ key: "Whose", value: view.about },
					{ key: "Published", value: `${view.published} by ${view.by}` },
					{
						key: "Public page",
						value: (
							<AppLink className="govuk-link tt-break" href={view.publicHref}>
								{view.publicAddress}
							</AppLink>
						),
					},
				]}
			/>
			<DifferenceSection view={view.difference} />
			<Section title="What was published">
				<ThemeTable rows={view.themes} />
				<Details summary={`The list of ${countOf(view.total, "session", "sessions")} of that day`}>
					{view.total > SHOWN && (
						<p className="govuk-body">
							The first {SHOWN} of {formatCount(view.total)} are shown; the file has all of them.
						</p>
					)}
					<FrozenSessions rows={view.sessions} />
				</Details>
			</Section>
		</>
	);
}
