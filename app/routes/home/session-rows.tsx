import type { ReactNode } from "react";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { SessionRow } from "./session-row.ts";

interface Props {
	caption: string;
	rows: SessionRow[];
	empty: ReactNode;
}

/** The sessions of one day in order of time. */
export function SessionRows({ caption, rows, empty }: Props) {
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={empty}
			columns={[
				{
					key: "session",
					header: "Session",
					rowHeader: true,
					cell: ({ reference, programme, time }) => (
						<>
							{time}
							<br />
							<AppLink className="govuk-link" href={`/sessions/${reference}`}>
								{programme}
							</AppLink>
						</>
					),
				},
				{ key: "venue", header: "Venue", cell: ({ venue }) => venue },
				{
					key: "people",
					header: "Facilitators",
					cell: ({ people }) => people || <span className="tt-quiet">Nobody yet</span>,
				},
				{ key: "status", header: "Status", cell: ({ status }) => <StatusTag status={status} /> },
			]}
		/>
	);
}
