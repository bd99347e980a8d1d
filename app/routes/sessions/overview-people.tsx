import { AppLink } from "#app/ui/app-link.tsx";
import { Panel } from "#app/ui/section.tsx";
import type { OverviewFacts } from "./session-overview-facts.ts";

/** Who delivers and who is asked to it. */
export function PeoplePanel({ facts }: { facts: OverviewFacts }) {
	const { facilitators, contacts, reference, venue } = facts;
	return (
		<Panel title="People">
			<h3 className="govuk-heading-s govuk-!-margin-bottom-1">Delivering</h3>
			{facilitators.length === 0 ? (
				<p className="govuk-body">Nobody yet.</p>
			) : (
				<ul className="govuk-list">
					{facilitators.map(({ name, agency, lead }) => (
						<li key={name}>
							{name}
							{lead && facilitators.length > 1 && " (lead)"}
							<span className="tt-quiet"> {agency}</span>
						</li>
					))}
				</ul>
			)}
			<h3 className="govuk-heading-s govuk-!-margin-bottom-1">At {venue.name}</h3>
			{contacts.length === 0 ? (
				<p className="govuk-body">Nobody gets an invite.</p>
			) : (
				<ul className="govuk-list">
					{contacts.map(({ name, role }) => (
						<li key={name}>
							{name}
							<span className="tt-quiet"> {role}</span>
						</li>
					))}
				</ul>
			)}
			<p className="govuk-body">
				<AppLink className="govuk-link" href={`/sessions/${reference}/people`}>
					All about the people
				</AppLink>
			</p>
		</Panel>
	);
}
