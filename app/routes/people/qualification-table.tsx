import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PersonFacts } from "./person-facts.ts";

type Row = PersonFacts["qualifications"][number];

/** What somebody may deliver, and until when. */
export function QualificationTable({ person }: { person: PersonFacts }) {
	return (
		<DataTable
			caption={`What ${person.name} may deliver`}
			captionHidden
			rows={person.qualifications}
			rowKey={({ programme }) => programme.id}
			empty={
				<EmptyState title={`${person.name} is not qualified for any programme yet`}>
					{person.mayChange && <p>Use “Edit” to choose what they may deliver.</p>}
				</EmptyState>
			}
			columns={[
				{
					key: "programme",
					header: "Programme",
					rowHeader: true,
					cell: ({ programme }: Row) => (
						<AppLink className="govuk-link" href={`/programmes/${programme.id}`}>
							{programme.name}
						</AppLink>
					),
				},
				{ key: "until", header: "Last day", cell: ({ until }) => until },
				{ key: "standing", header: "Today", cell: (row) => <Standing row={row} /> },
			]}
		/>
	);
}

function Standing({ row: { programme, standing } }: { row: Row }) {
	if (programme.retired) return <Tag>Programme retired</Tag>;
	return standing === "expired" ? (
		<Tag colour="orange">Expired</Tag>
	) : (
		<Tag colour="green">Qualified</Tag>
	);
}
