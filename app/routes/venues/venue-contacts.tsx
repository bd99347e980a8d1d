import { ReachLinks } from "#app/routes/register/reach-links.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Details } from "#app/ui/details.tsx";
import { Panel } from "#app/ui/section.tsx";
import type { VenueFacts } from "./venue-facts.ts";

type Contact = VenueFacts["contacts"][number];

/** Who can be invited, and how to reach them for those who may. */
export function ContactsPanel({ venue }: { venue: VenueFacts }) {
	const { id, contacts, mayChange, maySeeContacts, retired } = venue;
	const current = contacts.filter((contact) => !contact.retired);
	const former = contacts.filter((contact) => contact.retired);
	return (
		<Panel title="Contacts">
			{current.length === 0 && (
				<p className="govuk-body">
					Nobody here can be invited yet.{mayChange && " Add the person who arranges sessions."}
				</p>
			)}
			<ul className="tt-people">
				{current.map((contact) => (
					<ContactItem key={contact.id} contact={contact} mayChange={mayChange && !retired} />
				))}
			</ul>
			{current.length > 0 && !maySeeContacts && (
				<p className="govuk-body-s">Addresses and telephone numbers are for coordinators.</p>
			)}
			{mayChange && !retired && (
				<p className="govuk-body">
					<AppLink className="govuk-link" href={`/venues/${id}/contacts/new`}>
						Add contact
					</AppLink>
				</p>
			)}
			{former.length > 0 && (
				<Details summary={`Retired contacts (${former.length})`}>
					<ul className="govuk-list">
						{former.map(({ id: contactId, name, role, anonymised }) => (
							<li key={contactId}>
								{[name, role].filter(Boolean).join(", ")}{" "}
								{mayChange && !retired && !anonymised && (
									<AppLink className="govuk-link" href={`/contacts/${contactId}/retire`}>
										Bring back<span className="govuk-visually-hidden"> {name}</span>
									</AppLink>
								)}
							</li>
						))}
					</ul>
				</Details>
			)}
		</Panel>
	);
}

function ContactItem({ contact, mayChange }: { contact: Contact; mayChange: boolean }) {
	const { id, name, role, email, phone } = contact;
	return (
		<li className="tt-people__item">
			<strong>{name}</strong>
			{role && <span className="tt-quiet">{role}</span>}
			<ReachLinks email={email} phone={phone} />
			{mayChange && (
				<span className="tt-people__actions">
					<AppLink className="govuk-link" href={`/contacts/${id}/edit`}>
						Edit<span className="govuk-visually-hidden"> {name}</span>
					</AppLink>{" "}
					<AppLink className="govuk-link" href={`/contacts/${id}/data`}>
						Data<span className="govuk-visually-hidden"> kept about {name}</span>
					</AppLink>{" "}
					<AppLink className="govuk-link" href={`/contacts/${id}/page`}>
						Their page<span className="govuk-visually-hidden">: {name}</span>
					</AppLink>{" "}
					<AppLink className="govuk-link" href={`/contacts/${id}/retire`}>
						Retire<span className="govuk-visually-hidden"> {name}</span>
					</AppLink>
				</span>
			)}
		</li>
	);
}
