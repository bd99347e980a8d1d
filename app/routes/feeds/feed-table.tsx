import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { FeedRow } from "./feed-words.ts";

const columns: Column<FeedRow>[] = [
	{
		key: "name",
		header: "Whose sessions",
		rowHeader: true,
		cell: ({ name, about, retired }) => (
			<>
				{name} {retired && <Tag>Retired: shows nothing</Tag>}
				<div className="tt-quiet">{about}</div>
			</>
		),
	},
	{ key: "made", header: "Made", cell: ({ made }) => made },
	{
		key: "action",
		header: "Action",
		headerHidden: true,
		nowrap: true,
		cell: ({ id, name }) => (
			<AppLink className="govuk-link" href={`/settings/feeds/${id}`}>
				Replace or stop<span className="govuk-visually-hidden"> the feed of {name}</span>
			</AppLink>
		),
	},
];

export function FeedTable({ rows }: { rows: readonly FeedRow[] }) {
	return (
		<DataTable
			caption="Feeds in use, newest first"
			captionHidden
			columns={columns}
			rows={rows}
			rowKey={({ id }) => id}
			empty={
				<EmptyState title="No calendar feeds yet">
					A feed made below would be listed here. Facilitators make their own under “Your account”.
				</EmptyState>
			}
		/>
	);
}
