import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";
import type { MissingRow } from "./missing-rows.ts";

/** What is not in the figures, and what in them is less sure. */
export function MissingSection({ rows }: { rows: MissingRow[] }) {
	return (
		<Section title="What is missing, and how sure the figures are">
			<DataTable
				caption="Sessions of this period by what became of them"
				captionHidden
				cards={false}
				rows={rows}
				rowKey={({ what }) => what}
				empty={null}
				columns={[
					{ key: "what", header: "Sessions", rowHeader: true, cell: ({ what }) => what },
					{
						key: "sessions",
						header: "How many",
						numeric: true,
						cell: ({ what, sessions, href }) =>
							sessions === "0" ? (
								sessions
							) : (
								<AppLink className="govuk-link" href={href}>
									{sessions}
									<span className="govuk-visually-hidden"> {what}</span>
								</AppLink>
							),
					},
					{ key: "means", header: "What that means", cell: ({ means }) => means },
				]}
			/>
		</Section>
	);
}
