import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";
import type { DryRunWords } from "./retention-words.ts";

const columns: Column<DryRunWords["contacts"][number]>[] = [
	{
		key: "name",
		header: "Contact",
		rowHeader: true,
		cell: ({ id, name, venue }) => (
			<>
				<AppLink className="govuk-link" href={`/contacts/${id}/data`}>
					{name}
				</AppLink>
				<div className="tt-quiet">{venue}</div>
			</>
		),
	},
	{ key: "active", header: "Last active", nowrap: true, cell: ({ active }) => active },
];

interface Props {
	title: string;
	/** Null where nobody is anonymised. */
	run: DryRunWords | null;
}

export function DryRun({ title, run }: Props) {
	return (
		<Section title={title}>
			{run === null ? (
				<p className="govuk-body">Nothing: contacts are kept until somebody anonymises them.</p>
			) : (
				<>
					<ul className="govuk-list">
						{run.summary.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
					<DataTable
						caption="Contacts who would be anonymised, longest idle first"
						captionHidden
						columns={columns}
						rows={run.contacts}
						rowKey={({ id }) => id}
						empty={null}
					/>
					{run.left > 0 && <p className="govuk-body">and {run.left} more</p>}
				</>
			)}
		</Section>
	);
}
