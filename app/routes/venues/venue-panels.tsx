import { PhoneLink } from "#app/routes/register/reach-links.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { VenueFacts } from "./venue-facts.ts";

interface Props {
	venue: VenueFacts;
}

function mapHref(address: string): string {
	return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`;
}

/** What somebody who goes there needs to know. */
export function PracticalitiesSection({ venue }: Props) {
	const { address, parking, reception, rooms } = venue;
	return (
		<Section title="Getting there and in">
			<SummaryList
				rows={[
					{
						key: "Address",
						value: address ? (
							<>
								{address}{" "}
								<a className="govuk-link tt-nowrap" href={mapHref(address)} rel="noreferrer">
									Map<span className="govuk-visually-hidden"> of {address}</span>
								</a>
							</>
						) : (
							"Not given"
						),
					},
					{ key: "Parking", value: <AsTyped text={parking} /> },
					{ key: "Reception", value: <AsTyped text={reception} /> },
					{ key: "Rooms", value: rooms.length > 0 ? rooms.join(", ") : "None listed" },
				]}
			/>
		</Section>
	);
}

function AsTyped({ text }: { text: string }) {
	return text === "" ? "Not known" : <span className="tt-as-typed">{text}</span>;
}

/** Facts, most of them the register's. */
export function RegisterPanel({ venue }: Props) {
	return (
		<Panel title="About" quiet>
			<SummaryList
				plain
				rows={[
					{ key: "Kind", value: venue.kind },
					{ key: "Type", value: venue.type },
					{ key: "Phase", value: venue.phase },
					{ key: "URN", value: venue.urn },
					{ key: "District", value: venue.district ?? "Not known" },
					{ key: "Local authority", value: venue.authority },
					{ key: "Ages", value: venue.ages },
					{ key: "Pupils", value: venue.pupils },
					{ key: "Free school meals", value: venue.freeMeals },
					{
						key: "Priority",
						value: venue.priority ?? "Not marked",
						...(venue.mayChange &&
							!venue.retired && {
								action: {
									href: `/venues/${venue.id}/priority`,
									text: venue.priority === null ? "Mark" : "Change",
									about: "as one to go to first",
								},
							}),
					},
					{ key: "Telephone", value: venue.telephone && <PhoneLink value={venue.telephone} /> },
					{ key: "Register entry of", value: venue.registerChanged },
				]}
			/>
		</Panel>
	);
}
