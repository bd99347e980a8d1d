import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { SchoolPageFacts } from "./page-facts.ts";

export function LaterSessions({ rows }: { rows: SchoolPageFacts["later"] }) {
	return (
		<DataTable
			caption="Sessions after the next one"
			captionHidden
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={null}
			columns={[
				{
					key: "programme",
					header: "Session",
					rowHeader: true,
					cell: ({ href, programme, when }) => (
						<AppLink className="govuk-link" href={href}>
							{programme}
							<span className="govuk-visually-hidden">, {when}</span>
						</AppLink>
					),
				},
				{ key: "when", header: "When", cell: ({ when }) => when },
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
		<DataTable
			caption="Sessions that are over"
			captionHidden
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={null}
			columns={[
				{
					key: "programme",
					header: "Session",
					rowHeader: true,
					cell: ({ programme }) => programme,
				},
				{ key: "when", header: "When", cell: ({ when }) => when },
				{ key: "for", header: "For", cell: ({ yearGroups }) => yearGroups },
				{ key: "came", header: "Who came", cell: ({ came }) => came },
				{
					key: "tell",
					header: "What you told us",
					cell: ({ href, toldUs, mayTell, programme, when }) =>
						mayTell ? (
							<AppLink className="govuk-link" href={href}>
								{toldUs ? "Change what you told us" : "Tell us how it went"}
								<span className="govuk-visually-hidden">
									: {programme}, {when}
								</span>
							</AppLink>
						) : toldUs ? (
							"Told, thank you"
						) : null,
				},
			]}
		/>
	);
}
