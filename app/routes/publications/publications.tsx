import { listPublications } from "#app/data/publications.ts";
import { may } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { periodFrom } from "#app/domain/periods.ts";
import { isSame } from "#app/domain/reach/publication.ts";
import { localDateOf } from "#app/domain/time.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { readPublicationNow } from "#app/http/publication-now.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/publications.ts";
import { summaryOf } from "./difference-view.ts";

/** why few: for each the sessions of today are read, to say whether it still stands. */
const PAGE_SIZE = 10;

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, today, zone } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const page = pageNumber(args.url.searchParams);
	const { publications, total } = await listPublications(client, { page, pageSize: PAGE_SIZE });
	const rows = await Promise.all(
		publications.map(async (publication) => {
			const { id, line, filter, figures, publishedAt, publishedByName, withdrawn } = publication;
			const read = await readPublicationNow(client, publication, { now, today });
			return {
				id,
				line,
				period: periodFrom(filter.from, filter.to).label,
				figures: `${countOf(figures.sessions, "session", "sessions")}, ${countOf(figures.youngPeople, "young person", "young people")}`,
				published: formatPlainDate(localDateOf(publishedAt, zone)),
				by: publishedByName,
				withdrawn: withdrawn !== null,
				since: !read.now || isSame(read.now.difference) ? "" : summaryOf(read.now.difference),
			};
		}),
	);
	const mayPublish = may(actor.role, "reach.publish");
	return { rows, mayPublish, page, total };
}

export default function Publications({ loaderData }: Route.ComponentProps) {
	const { rows, mayPublish, page, total } = loaderData;
	return (
		<>
			<PageTitle title="Publications" />
			<PageHeading
				title="Publications"
				lead="Lines given to the press or the public, frozen with the figures and sessions behind them."
				actions={
					mayPublish && <ButtonLink href="/publications/new">Word and publish a line</ButtonLink>
				}
			/>
			<DataTable
				caption="Publications, newest first"
				captionHidden
				rows={rows}
				rowKey={({ id }) => id}
				empty={
					<EmptyState title="Nothing published yet">
						<p className="govuk-body">
							Look at <AppLink href="/reach">reach</AppLink> for a period, word the line and publish
							it: the figures then stay as they were that day.
						</p>
					</EmptyState>
				}
				columns={[
					{
						key: "line",
						header: "Line",
						rowHeader: true,
						cell: ({ id, period, line }) => (
							<>
								<AppLink className="govuk-link" href={`/publications/${id}`}>
									{period}
								</AppLink>{" "}
								<span className="tt-quiet tt-text">{line}</span>
							</>
						),
					},
					{ key: "figures", header: "Figures then", cell: ({ figures }) => figures },
					{
						key: "published",
						header: "Published",
						cell: ({ published, by }) => (
							<>
								{published} <span className="tt-quiet">{by}</span>
							</>
						),
					},
					{
						key: "since",
						header: "Since then",
						cell: ({ withdrawn, since }) =>
							withdrawn ? <Tag colour="red">Withdrawn</Tag> : since || "The same",
					},
				]}
			/>
			{total > PAGE_SIZE && (
				<Pagination
					page={page}
					pageSize={PAGE_SIZE}
					total={total}
					items="publications"
					hrefFor={(to) => `/publications?page=${to}`}
				/>
			)}
		</>
	);
}
