import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { InviteRow } from "./invite-rows.ts";

const columns: Column<InviteRow>[] = [
	{
		key: "to",
		header: "Who",
		rowHeader: true,
		cell: ({ name, address, about }) => (
			<>
				{name}
				<div className="tt-quiet">{[about, address].filter(Boolean).join(", ")}</div>
			</>
		),
	},
	{
		key: "state",
		header: "Their calendar",
		cell: ({ tag, holds, pending }) => (
			<>
				<Tag colour={tag.colour}>{tag.word}</Tag>
				{holds && <div>It shows: {holds}</div>}
				{pending && <div>{pending.when}</div>}
				{pending?.answer && <div className="tt-quiet">{pending.answer}</div>}
				{pending?.advice && <div>{pending.advice}</div>}
			</>
		),
	},
	{
		key: "sent",
		header: "Last sent",
		cell: ({ sent, sentWhen, messageId }) => (
			<>
				{sent ?? "Nothing yet"}
				{sentWhen && <div className="tt-quiet">{sentWhen}</div>}
				{messageId !== null && (
					<div>
						<AppLink className="govuk-link" href={`/outbox/${messageId}`}>
							See the newest message
						</AppLink>
					</div>
				)}
			</>
		),
	},
	{
		key: "answer",
		header: "Answer",
		cell: ({ answer, answerNote }) => (
			<>
				{answer}
				{answerNote && <div className="tt-as-typed">{answerNote}</div>}
			</>
		),
	},
	{
		key: "action",
		header: "Action",
		headerHidden: true,
		nowrap: true,
		cell: ({ inviteId, name, sent, mayResend }) =>
			mayResend ? (
				<Form method="post">
					<Hidden name="intent" value="resend" />
					<Hidden name="invite" value={inviteId} />
					<Button kind="secondary" small>
						{sent ? "Send again" : "Send now"}
						<span className="govuk-visually-hidden"> to {name}</span>
					</Button>
				</Form>
			) : null,
	},
];

export function InviteTable({ caption, rows }: { caption: string; rows: readonly InviteRow[] }) {
	return (
		<DataTable
			caption={caption}
			captionHidden
			columns={columns}
			rows={rows}
			rowKey={({ inviteId }) => inviteId}
			empty={null}
		/>
	);
}
