import { RequestTag } from "#app/routes/requests/request-tags.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";
import type { OfficeFacts } from "./office-facts.ts";

/** Schools that wait for an answer, those who wait longest first. */
export function RequestsWaiting({ requests }: Pick<OfficeFacts, "requests">) {
	if (requests.length === 0) return null;
	return (
		<Section
			title="Requests to answer, oldest first"
			action={
				<AppLink className="govuk-link" href="/requests">
					All requests
				</AppLink>
			}
		>
			<DataTable
				caption="Requests to answer"
				captionHidden
				rows={requests}
				rowKey={({ reference }) => reference}
				empty={null}
				columns={[
					{
						key: "school",
						header: "School",
						rowHeader: true,
						cell: ({ reference, school }) => (
							<AppLink className="govuk-link" href={`/requests/${reference}`}>
								{school}
							</AppLink>
						),
					},
					{
						key: "what",
						header: "What for",
						cell: ({ what, numbers }) => `${what}, ${numbers}`,
					},
					{ key: "asked", header: "Asked", cell: ({ asked }) => asked },
					{ key: "notice", header: "First date", cell: ({ notice }) => notice },
					{
						key: "status",
						header: "Status",
						cell: ({ status }) => <RequestTag status={status} />,
					},
				]}
			/>
		</Section>
	);
}
