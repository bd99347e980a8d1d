import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";
import type { RevisionRow } from "./revision-rows.ts";

/** What was recorded at each time: nothing is ever taken away. */
export function Revisions({ rows }: { rows: RevisionRow[] }) {
	return (
		<Section title="What is on record">
			<DataTable
				caption="Every version, newest first"
				captionHidden
				rows={rows}
				rowKey={({ revision }) => String(revision)}
				empty={<p className="govuk-body">Nothing is recorded yet.</p>}
				columns={[
					{
						key: "recorded",
						header: "Recorded",
						rowHeader: true,
						cell: ({ recorded, byYearGroup }) => (
							<>
								{recorded}
								{byYearGroup && <span className="tt-quiet">{byYearGroup}</span>}
							</>
						),
					},
					{ key: "by", header: "By", cell: ({ by }) => by },
					{ key: "when", header: "When", cell: ({ when }) => when },
					{ key: "why", header: "Why corrected", cell: ({ why }) => why || null },
				]}
			/>
		</Section>
	);
}
