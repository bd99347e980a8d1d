import { findPublication } from "#app/data/publications.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { notFound } from "#app/http/respond.ts";
import { spend } from "#app/http/sign-in.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/published.ts";
import { type PublicView, publicView } from "./public-view.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
	const { app, visit } = await anonymously(context);
	await spend(app.limits.publicVisits, visit.network);
	const { zone } = await visit.settings();
	const { client } = app.database;
	const publication = await findPublication(client, { token: params.token });
	if (!publication) throw notFound();
	return publicView(client, publication, { now: visit.now, zone });
}

export default function Published({ loaderData: view }: Route.ComponentProps) {
	const title = `${view.about}: ${view.period}`;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				lead={`Published on ${view.published}.`}
				status={view.withdrawn && <Tag colour="red">Withdrawn</Tag>}
			/>
			{view.withdrawn && (
				<Inset>
					<p className="govuk-body">
						This was withdrawn on {view.withdrawn} and should not be quoted any more. It said:
					</p>
				</Inset>
			)}
			<div className="tt-press">
				<blockquote className="tt-press__line">{view.line}</blockquote>
			</div>
			{view.shown && <Shown shown={view.shown} published={view.published} />}
		</>
	);
}

type ShownFigures = NonNullable<PublicView["shown"]>;

function Shown({ shown, published }: { shown: ShownFigures; published: string }) {
	const { since, headcounts, yearGroups } = shown;
	return (
		<>
			{since && (
				<Inset>
					<p className="govuk-body">
						Records behind this have been corrected since {published}. What is shown here is what
						was published that day.
					</p>
					{since.length > 0 && (
						<ul className="govuk-list govuk-list--bullet">
							{since.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					)}
				</Inset>
			)}
			<Section title="The figures">
				<Totals shown={shown} />
			</Section>
			{yearGroups.length > 0 && <ByYearGroup rows={yearGroups} />}
			<Section title="What the words mean">
				<ul className="govuk-list govuk-list--bullet tt-text">
					<li>
						A session counts when it took place and what happened was recorded. Expected numbers are
						never counted.
					</li>
					<li>
						“Young people” counts everybody at every session: whoever came twice counts twice.{" "}
						{headcounts}
					</li>
					<li>
						“Different young people” is an estimate: repeat visits to a year group count once. No
						pupil is ever identified.
					</li>
					<li>
						Numbers of 1 to 4 people are shown as “fewer than 5”, and others as “not shown” where
						they would give such a number away.
					</li>
				</ul>
			</Section>
		</>
	);
}

function ByYearGroup({ rows }: { rows: ShownFigures["yearGroups"] }) {
	return (
		<Section title="Young people by year group">
			<Measure>
				<DataTable
					caption="Young people by year group"
					captionHidden
					cards={false}
					rows={rows}
					rowKey={({ label }) => label}
					empty={null}
					columns={[
						{ key: "group", header: "Year group", rowHeader: true, cell: ({ label }) => label },
						{
							key: "young",
							header: "Young people",
							numeric: true,
							cell: ({ youngPeople }) => youngPeople,
						},
					]}
				/>
			</Measure>
		</Section>
	);
}

function Totals({ shown: { themes, total } }: { shown: ShownFigures }) {
	const numeric = true;
	const { label, sessions, youngPeople, estimatedDistinct, adults } = total;
	const rows = themes.length > 0 ? themes : [{ ...total, label: "All sessions" }];
	return (
		<DataTable
			caption="The figures"
			captionHidden
			rows={rows}
			rowKey={(row) => row.label}
			empty={null}
			columns={[
				{ key: "theme", header: "Theme", rowHeader: true, cell: (row) => row.label },
				{ key: "sessions", header: "Sessions", numeric, cell: (row) => row.sessions },
				{ key: "young", header: "Young people", numeric, cell: (row) => row.youngPeople },
				{
					key: "distinct",
					header: "Different young people, estimated",
					numeric,
					cell: (row) => row.estimatedDistinct,
				},
				{ key: "adults", header: "Adults", numeric, cell: (row) => row.adults },
			]}
			totals={
				themes.length > 0
					? {
							theme: label,
							sessions,
							young: youngPeople,
							distinct: estimatedDistinct,
							adults,
						}
					: undefined
			}
		/>
	);
}
