import { DataTable } from "#app/ui/data-table.tsx";

export interface PersonRow {
	id: string;
	name: string;
	/** Agency or role. */
	about: string;
	/** What they answered to the invite, in a word. */
	answer: string;
	/** Null where the reader may not see it, or there is none. */
	email: string | null;
	phone: string | null;
}

interface Props {
	caption: string;
	rows: PersonRow[];
	/** Whether the reader may see addresses and telephone numbers. */
	shows: boolean;
}

/** People of one session and how to reach them. */
export function PeopleTable({ caption, rows, shows }: Props) {
	const reach = [
		{
			key: "email",
			header: "Email",
			cell: ({ email }: PersonRow) =>
				email && (
					<a className="govuk-link" href={`mailto:${email}`}>
						{email}
					</a>
				),
		},
		{
			key: "phone",
			header: "Telephone",
			nowrap: true,
			cell: ({ phone }: PersonRow) =>
				phone && (
					<a className="govuk-link" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
						{phone}
					</a>
				),
		},
	];
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={rows}
			rowKey={({ id }) => id}
			empty={null}
			columns={[
				{
					key: "name",
					header: "Name",
					rowHeader: true,
					cell: ({ name, about }) => (
						<>
							{name} <span className="tt-quiet">{about}</span>
						</>
					),
				},
				{ key: "answer", header: "Answer to the invite", cell: ({ answer }) => answer },
				...(shows ? reach : []),
			]}
		/>
	);
}
