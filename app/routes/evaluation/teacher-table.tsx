import { scale } from "#app/domain/evaluation/scale.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { TeacherFacts } from "./evaluation-facts.server.ts";

/** How teachers answered each statement, from strongly agree to strongly disagree. */
export function TeacherTable({ rows }: { rows: TeacherFacts[] }) {
	return (
		<DataTable
			caption="What teachers answered"
			captionHidden
			rows={rows}
			rowKey={({ key }) => key}
			empty={
				<EmptyState title="No teacher has answered yet">
					<p className="govuk-body">
						After a session its contact is asked on their own page; every mail has the link.
					</p>
				</EmptyState>
			}
			columns={[
				{
					key: "text",
					header: "Statement",
					rowHeader: true,
					cell: ({ text, about }) => (
						<>
							“{text}”<div className="tt-quiet">{about}</div>
						</>
					),
				},
				{ key: "all", header: "Agree in all", cell: ({ agree }) => agree },
				...scale.map(({ label }, at) => ({
					key: label,
					header: label,
					numeric: true,
					cell: ({ counts }: TeacherFacts) => counts[at],
				})),
			]}
		/>
	);
}
