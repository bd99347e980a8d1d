import { formatCount } from "#app/domain/format-number.ts";
import { mapAddress } from "#app/domain/venues/map-address.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import type { OverviewFacts } from "./session-overview-facts.ts";

interface Props {
	facts: OverviewFacts;
}

export function WherePanel({ facts: { venue, room, when, relative } }: Props) {
	return (
		<Section title="When and where">
			<SummaryList
				rows={[
					{
						key: "When",
						value: (
							<>
								{when} <span className="tt-quiet">{relative}</span>
							</>
						),
					},
					{
						key: "Venue",
						value: (
							<AppLink className="govuk-link" href={`/venues/${venue.id}`}>
								{venue.name}
							</AppLink>
						),
					},
					{
						key: "Address",
						value: venue.address && (
							<>
								{venue.address}{" "}
								<a
									className="govuk-link tt-nowrap"
									href={mapAddress(venue.address)}
									rel="noreferrer"
								>
									Map<span className="govuk-visually-hidden"> of {venue.address}</span>
								</a>
							</>
						),
					},
					{ key: "District", value: venue.district },
					{ key: "Room", value: room ?? "Not given" },
					{ key: "Parking", value: venue.parking },
					{ key: "Reception", value: venue.reception },
				]}
			/>
		</Section>
	);
}

export function WhatPanel({ facts }: Props) {
	return (
		<Section title="What and who for">
			<SummaryList
				rows={[
					{ key: "Programme", value: facts.programme },
					{ key: "Theme", value: facts.theme },
					{ key: "Year groups", value: facts.yearGroups },
					{ key: "Expected", value: `${formatCount(facts.expected)} young people` },
					{ key: "School provides", value: <Lines lines={facts.prepare} /> },
					{ key: "Team", value: facts.team },
				]}
			/>
		</Section>
	);
}

function Lines({ lines }: { lines: string[] }) {
	if (lines.length === 0) return "Nothing";
	return (
		<ul className="govuk-list govuk-!-margin-bottom-0">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

/** Notes and sensitivities, for those who may read them. */
export function NotesPanel({ facts: { notes, sensitivities, venue } }: Props) {
	if (!notes && !sensitivities) return null;
	return (
		<Section title="For the team">
			<Inset neverSent>
				{notes && <p className="govuk-body tt-as-typed">{notes}</p>}
				{sensitivities && (
					<>
						<p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
							To know about {venue.name}
						</p>
						<p className="govuk-body tt-as-typed">{sensitivities}</p>
					</>
				)}
			</Inset>
		</Section>
	);
}

/** What was unusual and why somebody went ahead. */
export function OverridesPanel({ facts: { overrides } }: Props) {
	if (overrides.length === 0) return null;
	return <WarningList title="Gone ahead although" warnings={overrides} record />;
}
