import type { PersonRecord } from "#app/data/people.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { ReachLinks } from "#app/routes/register/reach-links.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface PersonRow {
	id: string;
	name: string;
	retired: boolean;
	agency: string;
	teams: string;
	/** What they may deliver today, and what has run out. */
	delivers: string[];
	expired: string[];
	/** Null where the reader may not see it. */
	email: string | null;
	phone: string | null;
}

export function personRow(
	person: PersonRecord,
	{ today, reaches }: { today: LocalDate; reaches: boolean },
): PersonRow {
	const { id, name, retiredAt, agency, teams, email, phone } = person;
	const qualifications = person.qualifications.filter(({ programme }) => !programme.retired);
	const standing = (wanted: "qualified" | "expired") =>
		qualifications
			.filter((qualification) => qualificationOn(qualification, today) === wanted)
			.map(({ programme }) => programme.name);
	return {
		id,
		name,
		retired: retiredAt !== null,
		agency: agency.name,
		teams: teams.map((team) => team.name).join(", "),
		delivers: standing("qualified"),
		expired: standing("expired"),
		email: reaches ? email : null,
		phone: reaches ? phone : null,
	};
}

interface Props {
	rows: PersonRow[];
	reaches: boolean;
	mayAdd: boolean;
}

export function PeopleTable({ rows, reaches, mayAdd }: Props) {
	const reach = {
		key: "reach",
		header: "Email and telephone",
		cell: ({ email, phone }: PersonRow) => <ReachLinks email={email} phone={phone} />,
	};
	return (
		<DataTable
			caption="People"
			captionHidden
			long
			rows={rows}
			rowKey={({ id }) => id}
			empty={
				<EmptyState title="People who deliver sessions will be listed here">
					<p>
						{mayAdd
							? "Add each of them once, with the programmes that they may deliver."
							: "A coordinator adds them."}
					</p>
				</EmptyState>
			}
			columns={[
				{
					key: "name",
					header: "Name",
					rowHeader: true,
					cell: ({ id, name, retired }) => (
						<>
							<AppLink className="govuk-link" href={`/people/${id}`}>
								{name}
							</AppLink>{" "}
							{retired && <Tag>Retired</Tag>}
						</>
					),
				},
				{
					key: "agency",
					header: "Agency and team",
					cell: ({ agency, teams }) => (
						<>
							{agency} <span className="tt-quiet">{teams || "No team"}</span>
						</>
					),
				},
				{ key: "delivers", header: "May deliver", cell: (row) => <Delivers {...row} /> },
				...(reaches ? [reach] : []),
			]}
		/>
	);
}

/** why semicolons: names of programmes have commas. */
function Delivers({ delivers, expired }: PersonRow) {
	if (delivers.length + expired.length === 0) return <span className="tt-quiet">Nothing yet</span>;
	return (
		<>
			{delivers.join("; ")}
			{expired.map((name) => (
				<span key={name} className="tt-line">
					{name} <Tag colour="orange">Expired</Tag>
				</span>
			))}
		</>
	);
}
