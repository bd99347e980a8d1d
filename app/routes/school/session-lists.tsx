import type { ReactNode } from "react";
import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { SchoolPageFacts } from "./page-facts.ts";

interface Listed {
	reference: string;
	when: string;
}

interface ListProps<Row> {
	caption: string;
	rows: readonly Row[];
	/** What names the session, often a link to it. */
	name: (row: Row) => ReactNode;
	columns: Column<Row>[];
}

function SessionTable<Row extends Listed>({ caption, rows, name, columns }: ListProps<Row>) {
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={null}
			columns={[
				{ key: "programme", header: "Session", rowHeader: true, cell: name },
				{ key: "when", header: "When", cell: ({ when }) => when },
				...columns,
			]}
		/>
	);
}

export function LaterSessions({ rows }: { rows: SchoolPageFacts["later"] }) {
	return (
		<SessionTable
			caption="Sessions after the next one"
			rows={rows}
			name={({ href, programme, when }) => (
				<AppLink className="govuk-link" href={href}>
					{programme}
					<span className="govuk-visually-hidden">, {when}</span>
				</AppLink>
			)}
			columns={[
				{ key: "status", header: "Status", cell: ({ status }) => <StatusTag status={status} /> },
				{
					key: "answer",
					header: "Your answer",
					cell: ({ answered, status }) =>
						status === "cancelled" ? null : answered ? "Given" : "None yet",
				},
			]}
		/>
	);
}

export function PastSessions({ rows }: { rows: SchoolPageFacts["past"] }) {
	return (
		<SessionTable
			caption="Sessions that are over"
			rows={rows}
			name={({ programme }) => programme}
			columns={[
				{ key: "for", header: "For", cell: ({ yearGroups }) => yearGroups },
				{ key: "came", header: "Who came", cell: ({ came }) => came },
				{
					key: "tell",
					header: "What you told us",
					cell: (row) => (row.mayTell || row.toldUs ? <Told row={row} /> : null),
				},
			]}
		/>
	);
}

function Told({ row }: { row: SchoolPageFacts["past"][number] }) {
	const { href, toldUs, mayTell, programme, when } = row;
	if (!mayTell) return "Told, thank you";
	return (
		<AppLink className="govuk-link" href={href}>
			{toldUs ? "Change what you told us" : "Tell us how it went"}
			<span className="govuk-visually-hidden">
				: {programme}, {when}
			</span>
		</AppLink>
	);
}
