import type { VenueRow as VenueFound } from "#app/data/venue-search.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { phaseLabel, venueKindLabel } from "#app/domain/venues/venue-kinds.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface VenueRow {
	id: string;
	name: string;
	/** "Maldon, CM9 0ZZ". */
	place: string;
	urn: string | null;
	district: string | null;
	kind: string;
	phase: string;
	retired: boolean;
	lastDelivered: string;
	contacts: number;
}

export function venueRow(venue: VenueFound): VenueRow {
	return {
		id: venue.id,
		name: venue.name,
		place: [venue.town, venue.postcode].filter(Boolean).join(", "),
		urn: venue.urn,
		district: venue.districtName,
		kind: venueKindLabel(venue.kind),
		phase: phaseLabel(venue.phase),
		retired: venue.retiredAt !== null,
		lastDelivered: venue.lastDelivered ? formatPlainDate(venue.lastDelivered) : "Never",
		contacts: venue.contacts,
	};
}

interface Props {
	rows: VenueRow[];
	total: number;
	/** Whether something was searched or filtered for. */
	asked: boolean;
	mayAdd: boolean;
}

export function VenueTable({ rows, total, asked, mayAdd }: Props) {
	return (
		<DataTable
			caption="Venues"
			captionHidden
			long
			rows={rows}
			rowKey={({ id }) => id}
			empty={<NoVenues {...{ total, asked, mayAdd }} />}
			columns={[
				{
					key: "name",
					header: "Venue",
					rowHeader: true,
					cell: ({ id, name, place, retired }) => (
						<>
							<AppLink className="govuk-link" href={`/venues/${id}`}>
								{name}
							</AppLink>{" "}
							{retired && <Tag>Retired</Tag>} <span className="tt-quiet">{place}</span>
						</>
					),
				},
				{ key: "district", header: "District", cell: ({ district }) => district },
				{ key: "kind", header: "Kind", deskOnly: true, cell: ({ kind }) => kind },
				{ key: "phase", header: "Phase", cell: ({ phase }) => phase || null },
				{ key: "urn", header: "URN", deskOnly: true, cell: ({ urn }) => urn },
				{
					key: "contacts",
					header: "Contacts",
					numeric: true,
					deskOnly: true,
					cell: ({ contacts }) => contacts,
				},
				{ key: "last", header: "Last session", cell: ({ lastDelivered }) => lastDelivered },
			]}
		/>
	);
}

function NoVenues({ total, asked, mayAdd }: Omit<Props, "rows">) {
	if (total > 0) {
		return (
			<EmptyState title="There is no such page of this list">
				<AppLink className="govuk-link" href="/venues">
					Go to the first page of all venues
				</AppLink>
			</EmptyState>
		);
	}
	if (asked) {
		return (
			<EmptyState title="No venue was found">
				<p>
					Try fewer letters, or a postcode. Retired venues are found when the filter shows them.
					{mayAdd && " If the venue is new, add it."}
				</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState title="Schools and other places will be listed here">
			<p>
				{mayAdd
					? "Import the register of schools, or add a venue."
					: "A coordinator can import the register of schools or add a venue."}
			</p>
		</EmptyState>
	);
}
