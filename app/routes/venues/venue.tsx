import { readPredecessors } from "#app/data/coverage.ts";
import { readHistories } from "#app/data/history.ts";
import { readVenueTime } from "#app/data/school-time.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { findVenue, readUpcomingFacilitatorIds, readVenueDeliveries } from "#app/data/venues.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { UpcomingTable, upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import { schoolTimeFacts } from "#app/routes/school-time/school-time-facts.ts";
import { SchoolTimeSection } from "#app/routes/school-time/school-time-section.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/venue.ts";
import { GapsSection } from "./gaps-section.tsx";
import { ContactsPanel } from "./venue-contacts.tsx";
import { gridWords, type VenueFacts, venueFacts, venueHistory } from "./venue-facts.ts";
import { venueGaps } from "./venue-gaps.ts";
import { DeliveryTable } from "./venue-grid.tsx";
import { PracticalitiesSection, RegisterPanel } from "./venue-panels.tsx";

/** Sessions shown; all of them are a link away. */
const SHOWN = 5;

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "register.view");
	const { app, actor, now, zone, today } = entered;
	const { client } = app.database;
	const { id } = args.params;
	const [venue, before] = await Promise.all([findVenue(client, id), readPredecessors(client, id)]);
	if (!venue) throw notFound();
	const contactIds = venue.contacts.map((contact) => contact.id);
	const own = [id, ...before.map((one) => one.id)];
	const [facilitatorIds, deliveries, upcoming, gaps, history, time] = await Promise.all([
		readUpcomingFacilitatorIds(client, id, now),
		readVenueDeliveries(client, own),
		readUpcomingSessions(client, { venueId: id }, now, SHOWN),
		venueGaps(entered, id, before),
		readHistories(client, { venue: [id], contact: contactIds }),
		readVenueTime(client, id),
	]);
	return {
		venue: venueFacts(venue, { actor, facilitatorIds }),
		grid: gridWords(deliveries, [venue, ...before]),
		gaps,
		schoolTime: time && schoolTimeFacts(time, { actor, today }),
		upcoming: upcomingRows(upcoming, zone),
		history: venueHistory(history, venue, zone),
	};
}

export default function Venue({ loaderData }: Route.ComponentProps) {
	const { venue, grid, gaps, schoolTime, upcoming, history } = loaderData;
	const sessionsHref = `/sessions?venue=${venue.id}`;
	return (
		<>
			<PageTitle title={venue.name} />
			<PageHeading
				title={venue.name}
				status={
					<>
						{venue.priority !== null && <Tag colour="purple">Priority</Tag>}
						{venue.retired && <Tag>Retired</Tag>}
					</>
				}
				lead={venue.lead}
				back={{ href: "/venues", text: "Venues" }}
				actions={<VenueActions venue={venue} />}
			/>
			<div className="tt-columns">
				<div>
					<Section title="Upcoming sessions">
						{upcoming.total > 0 ? (
							<UpcomingTable {...upcoming} without="venue" allHref={sessionsHref} />
						) : (
							<EmptyState title="No session here is still to come">
								{venue.mayBook && !venue.retired && <p>Book one with the button above.</p>}
							</EmptyState>
						)}
					</Section>
					<PracticalitiesSection venue={venue} />
					{schoolTime && <SchoolTimeSection facts={schoolTime} />}
					{venue.sensitivities && (
						<Section title="Sensitivities">
							<Inset neverSent>
								<p className="govuk-body tt-as-typed">{venue.sensitivities}</p>
							</Inset>
						</Section>
					)}
					<Section title="Delivered here">
						<DeliveryTable grid={grid} />
					</Section>
					{gaps && <GapsSection gaps={gaps} school={venue.name} />}
				</div>
				<div>
					<ContactsPanel venue={venue} />
					<RegisterPanel venue={venue} />
				</div>
			</div>
			<HistorySection items={history} />
		</>
	);
}

function VenueActions({ venue }: { venue: VenueFacts }) {
	if (!venue.mayChange) return null;
	if (venue.retired) {
		return (
			<Actions>
				<ButtonLink href={`/venues/${venue.id}/retire`} kind="secondary">
					Bring back
				</ButtonLink>
			</Actions>
		);
	}
	return (
		<Actions>
			{venue.mayBook && (
				<ButtonLink href={`/sessions/new?venue=${venue.id}`}>Book session</ButtonLink>
			)}
			<ButtonLink href={`/venues/${venue.id}/edit`} kind="secondary">
				Edit
			</ButtonLink>
			<ButtonLink href={`/venues/${venue.id}/retire`} kind="secondary">
				Retire
			</ButtonLink>
		</Actions>
	);
}
