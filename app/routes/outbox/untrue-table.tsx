import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { UntrueRow } from "./outbox-parts.ts";

const columns: Column<UntrueRow>[] = [
	{
		key: "to",
		header: "Whose calendar",
		rowHeader: true,
		cell: ({ to, address }) => (
			<>
				{to}
				{address && <div className="tt-quiet">{address}</div>}
			</>
		),
	},
	{
		key: "session",
		header: "The session",
		cell: ({ session, reference, when }) => (
			<>
				<AppLink className="govuk-link" href={`/sessions/${reference}/invites`}>
					{session}
				</AppLink>
				<div>{when}</div>
			</>
		),
	},
	{ key: "holds", header: "Their calendar shows", cell: ({ holds }) => holds },
	{
		key: "state",
		header: "State",
		cell: ({ tag, messageId }) =>
			messageId === null ? (
				<Tag colour={tag.colour}>{tag.word}</Tag>
			) : (
				<>
					<Tag colour={tag.colour}>{tag.word}</Tag>
					<div>
						<AppLink className="govuk-link" href={`/outbox/${messageId}`}>
							See the last message
						</AppLink>
					</div>
				</>
			),
	},
	{
		key: "action",
		header: "Action",
		headerHidden: true,
		nowrap: true,
		cell: ({ inviteId, to, reference, mayResend }) =>
			mayResend ? (
				<Form method="post" action="/outbox">
					<Hidden name="invite" value={inviteId} />
					<Button kind="secondary" small>
						Send again
						<span className="govuk-visually-hidden">
							{" "}
							to {to}, {reference}
						</span>
					</Button>
				</Form>
			) : null,
	},
];

export function UntrueTable({ rows }: { rows: readonly UntrueRow[] }) {
	return (
		<DataTable
			caption="Calendars that do not show a coming session as it is"
			columns={columns}
			rows={rows}
			rowKey={({ inviteId }) => inviteId}
			empty={
				<EmptyState title="Every calendar is up to date">
					Whoever was last told something else than what a coming session is would be listed here.
				</EmptyState>
			}
		/>
	);
}
