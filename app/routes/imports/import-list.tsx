import { readImports } from "#app/data/imports.ts";

import { importKindLabels } from "#app/domain/imports/import-status.ts";
import { momentWords } from "#app/http/history-words.ts";
import { pageNumber } from "#app/http/page-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/import-list.ts";
import { type StateTag, stateTag, summaryOf } from "./import-words.ts";

const PAGE_SIZE = 20;

interface Row {
	id: string;
	fileName: string;
	kind: string;
	tag: StateTag;
	summary: string;
	when: string;
	who: string;
}

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone } = await requireActor(args, "imports.manage");
	const page = pageNumber(args.url.searchParams);
	const found = await readImports(app.database.client, { page, pageSize: PAGE_SIZE });
	const rows = found.imports.map(
		(file): Row => ({
			id: file.id,
			fileName: file.fileName,
			kind: importKindLabels[file.kind],
			tag: stateTag(file.status, app.jobs.isStopped(file, now)),
			summary: summaryOf(file),
			when: momentWords(file.createdAt, zone),
			who: file.createdByName,
		}),
	);
	return { page, total: found.total, rows };
}

const columns: Column<Row>[] = [
	{
		key: "file",
		header: "File",
		rowHeader: true,
		cell: ({ id, fileName, kind }) => (
			<>
				<AppLink className="govuk-link tt-breaks" href={`/imports/${id}`}>
					{fileName}
				</AppLink>
				<span className="tt-quiet">{kind}</span>
			</>
		),
	},
	{
		key: "state",
		header: "State",
		cell: ({ tag }) => <Tag colour={tag.colour}>{tag.word}</Tag>,
	},
	{ key: "what", header: "What is in it", cell: ({ summary }) => summary || null },
	{
		key: "when",
		header: "Uploaded",
		cell: ({ when, who }) => (
			<>
				{when}
				<span className="tt-quiet">{who}</span>
			</>
		),
	},
];

export default function Imports({ loaderData: { page, total, rows } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title="Imports" />
			<PageHeading
				title="Imports"
				lead="The register of schools and past sessions, brought in from files"
				actions={
					<Actions>
						<ButtonLink href="/imports/new">Bring in a file</ButtonLink>
					</Actions>
				}
			/>
			<DataTable
				caption="Files, newest first"
				captionHidden
				columns={columns}
				rows={rows}
				rowKey={({ id }) => id}
				empty={
					<EmptyState title={total === 0 ? "No files yet" : "No more files"}>
						Choose “Bring in a file”: the register of schools fills the list of venues, and your old
						spreadsheets fill reach. Nothing is written before you have seen what it changes.
					</EmptyState>
				}
			/>
			{rows.length > 0 && (
				<Pagination
					page={page}
					pageSize={PAGE_SIZE}
					total={total}
					items={total === 1 ? "file" : "files"}
					hrefFor={(to) => `/imports?page=${to}`}
				/>
			)}
			{total > 0 && <ExportLink href="/imports.csv" text="Export this list as CSV" />}
		</>
	);
}
