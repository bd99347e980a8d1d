import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { RequestFacts } from "./request-facts.ts";

interface Props {
	facts: RequestFacts;
}

/** What can be done with it now. */
export function ActionsPanel({ facts: { reference, may, venue } }: Props) {
	if (!may.accept) return null;
	const to = (step: string) => `/requests/${reference}/${step}`;
	return (
		<Panel title="Answer">
			<Actions stacked>
				{venue ? (
					<ButtonLink href={to("accept")}>Accept and book</ButtonLink>
				) : (
					<ButtonLink href={to("venue")}>Say which venue it is</ButtonLink>
				)}
				{may.offer && (
					<ButtonLink href={to("offer")} kind="secondary">
						Offer another date
					</ButtonLink>
				)}
				{may.wait && (
					<ButtonLink href={to("wait")} kind="secondary">
						Put on waiting list
					</ButtonLink>
				)}
				{may.decline && (
					<ButtonLink href={to("decline")} kind="secondary">
						Decline
					</ButtonLink>
				)}
			</Actions>
		</Panel>
	);
}

export function VenuePanel({ facts: { reference, venue, may } }: Props) {
	const change = may.accept && (
		<p className="govuk-body">
			<AppLink className="govuk-link" href={`/requests/${reference}/venue`}>
				{venue ? "It is another venue" : "Say which venue it is"}
			</AppLink>
		</p>
	);
	if (!venue) {
		return (
			<Panel title="Venue">
				<p className="govuk-body">
					<Tag colour="orange">Not matched</Tag>
				</p>
				<p className="govuk-body">
					The school typed its name. It can be booked once it is matched with a venue, or added as
					one.
				</p>
				{change}
			</Panel>
		);
	}
	return (
		<Panel title="Venue">
			<p className="govuk-body">
				<AppLink className="govuk-link" href={`/venues/${venue.id}`}>
					{venue.name}
				</AppLink>
				<br />
				{venue.about}
			</p>
			{venue.priority && (
				<p className="govuk-body">
					<Tag colour="purple">Priority</Tag> {venue.priorityReason}
				</p>
			)}
			{venue.fsmPercent !== null && (
				<p className="govuk-body">Free school meals: {venue.fsmPercent}%</p>
			)}
			{change}
		</Panel>
	);
}

export function ContactPanel({ facts: { contact } }: Props) {
	return (
		<Panel title="Who asked">
			<SummaryList
				plain
				rows={[
					{ key: "Name", value: contact.name },
					{ key: "Role", value: contact.role },
					{
						key: "Email",
						value: (
							<a className="govuk-link" href={`mailto:${contact.email}`}>
								{contact.email}
							</a>
						),
					},
					{ key: "Telephone", value: contact.phone },
				]}
			/>
		</Panel>
	);
}
