import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { type MessageRow, type Show, shows } from "./outbox-parts.ts";

const columns: Column<MessageRow>[] = [
	{
		key: "to",
		header: "To",
		rowHeader: true,
		cell: ({ to, address }) => (
			<>
				{to}
				{address && <div className="tt-quiet">{address}</div>}
			</>
		),
	},
	{
		key: "message",
		header: "Message",
		cell: ({ id, subject, kind }) => (
			<>
				<AppLink className="govuk-link" href={`/outbox/${id}`}>
					{subject}
				</AppLink>
				<div className="tt-quiet">{kind}</div>
			</>
		),
	},
	{
		key: "session",
		header: "Session",
		nowrap: true,
		cell: ({ reference }) =>
			reference && (
				<AppLink className="govuk-link" href={`/sessions/${reference}/invites`}>
					{reference}
				</AppLink>
			),
	},
	{
		key: "state",
		header: "State",
		cell: ({ tag, when, answer, advice }) => (
			<>
				<Tag colour={tag.colour}>{tag.word}</Tag>
				<div>{when}</div>
				{answer && <div className="tt-quiet">{answer}</div>}
				{advice && <div>{advice}</div>}
			</>
		),
	},
];

const empty: Record<Show, { title: string; how: string }> = {
	all: {
		title: "No messages yet",
		how: "Booking, moving or cancelling a session writes the messages to everyone on it.",
	},
	waiting: { title: "Nothing is waiting", how: "Everything that was due has left." },
	held: {
		title: "Nothing is held back",
		how: "Choose “Save now and send later” when you book or change a session, and its messages wait here.",
	},
	failed: {
		title: "Nothing has failed",
		how: "A message that a mail server refuses shows here, with its words.",
	},
	"out-of-date": { title: "", how: "" },
	sent: { title: "Nothing has been sent yet", how: "What the mail server has taken shows here." },
};

interface Props {
	rows: readonly MessageRow[];
	show: Show;
	searched: boolean;
}

export function MessageTable({ rows, show, searched }: Props) {
	return (
		<DataTable
			caption={show === "all" ? "Messages, newest first" : `${shows[show].text}, newest first`}
			captionHidden
			columns={columns}
			rows={rows}
			rowKey={({ id }) => String(id)}
			empty={
				searched ? (
					<EmptyState title="No message matches">
						Look for part of a name, an address, a subject, or a whole reference.
					</EmptyState>
				) : (
					<EmptyState title={empty[show].title}>{empty[show].how}</EmptyState>
				)
			}
		/>
	);
}
