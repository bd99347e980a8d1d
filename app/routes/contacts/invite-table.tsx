import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { InviteRow } from "./contact-words.ts";

const columns: Column<InviteRow>[] = [
	{
		key: "session",
		header: "Session",
		rowHeader: true,
		cell: ({ reference, programme }) => (
			<>
				<AppLink className="govuk-link" href={`/sessions/${reference}`}>
					{reference}
				</AppLink>
				<div className="tt-quiet">{programme}</div>
			</>
		),
	},
	{ key: "date", header: "Date", nowrap: true, cell: ({ date }) => date },
	{ key: "status", header: "Status", cell: ({ status }) => status },
	{
		key: "address",
		header: "Sent to",
		cell: ({ address }) => <span className="tt-break">{address}</span>,
	},
	{ key: "answer", header: "Answer", cell: ({ answer }) => answer },
	{
		key: "messages",
		header: "Messages",
		cell: ({ messages }) => (
			<ul className="govuk-list govuk-!-margin-bottom-0">
				{messages.map((message) => (
					<li key={message}>{message}</li>
				))}
			</ul>
		),
	},
];

export function InviteTable({ rows }: { rows: readonly InviteRow[] }) {
	return (
		<DataTable
			caption="Sessions they were invited to"
			captionHidden
			columns={columns}
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={
				<EmptyState title="No invites">
					Sessions that they are invited to would be listed here, with every message to them.
				</EmptyState>
			}
		/>
	);
}
