import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { WebhookRow } from "./webhook-words.ts";

const columns: Column<WebhookRow>[] = [
	{
		key: "name",
		header: "System",
		rowHeader: true,
		cell: ({ id, name, url, stopped }) => (
			<>
				<AppLink className="govuk-link" href={`/settings/webhooks/${id}`}>
					{name}
				</AppLink>{" "}
				{stopped && <Tag>Stopped</Tag>}
				<div className="tt-quiet tt-break">{url}</div>
			</>
		),
	},
	{ key: "last", header: "Last told", cell: ({ lastSent }) => lastSent },
	{ key: "waiting", header: "Waiting", numeric: true, cell: ({ waiting }) => waiting },
	{ key: "failed", header: "Failed", numeric: true, cell: ({ failed }) => failed },
];

export function WebhookTable({ rows }: { rows: readonly WebhookRow[] }) {
	return (
		<DataTable
			caption="Webhooks, newest first"
			captionHidden
			columns={columns}
			rows={rows}
			rowKey={({ id }) => id}
			empty={
				<EmptyState title="No webhooks yet">
					A system added below would be listed here, with when it was last told.
				</EmptyState>
			}
		/>
	);
}
