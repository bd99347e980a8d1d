import { readContactData } from "#app/data/contact-rights.ts";
import { readHistory } from "#app/data/history.ts";
import { historyItems, momentWords } from "#app/http/history-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { HistoryList } from "#app/ui/history-list.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { Route } from "./+types/contact-data.ts";
import { inviteRow } from "./contact-words.ts";
import { InviteTable } from "./invite-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "contacts.rights");
	const { client } = app.database;
	const kept = await readContactData(client, args.params.id);
	if (!kept) throw notFound();
	const { contact, venue, feedMadeAt, invites, requests } = kept;
	const { id, name, role, email, phone, anonymisedAt } = contact;
	return {
		...{ id, name, role, email, phone, venue },
		anonymised: anonymisedAt && momentWords(anonymisedAt, zone),
		feed: feedMadeAt && momentWords(feedMadeAt, zone),
		requests: requests.map(({ reference }) => reference),
		invites: invites.map((invite) => inviteRow(invite, zone)),
		history: historyItems(await readHistory(client, "contact", id), zone),
	};
}

export default function ContactData({ loaderData }: Route.ComponentProps) {
	const { id, name, role, email, phone, venue, anonymised, feed, invites, requests, history } =
		loaderData;
	return (
		<>
			<PageTitle title={`What is kept about ${name}`} />
			<PageHeading
				title={`What is kept about ${name}`}
				caption={`Contact at ${venue.name}`}
				lead="They may ask to see it, to take it away, and to be forgotten."
				back={{ href: `/venues/${venue.id}`, text: venue.name }}
				actions={
					<Actions>
						<ButtonLink kind="secondary" href={`/contacts/${id}/data.json`}>
							Download it
						</ButtonLink>
						{!anonymised && (
							<ButtonLink kind="secondary" href={`/contacts/${id}/anonymise`}>
								Anonymise
							</ButtonLink>
						)}
					</Actions>
				}
			/>
			<SummaryList
				rows={[
					{ key: "Anonymised", value: anonymised },
					{ key: "Name", value: name },
					{ key: "Role", value: role },
					{ key: "Email address", value: email },
					{ key: "Telephone", value: phone },
					{
						key: "Asked for",
						value: requests.length > 0 && (
							<ul className="govuk-list govuk-!-margin-bottom-0">
								{requests.map((reference) => (
									<li key={reference}>
										<AppLink className="govuk-link" href={`/requests/${reference}`}>
											{reference}
										</AppLink>
									</li>
								))}
							</ul>
						),
					},
					{ key: "Calendar feed", value: feed && `Made ${feed}` },
				]}
			/>
			<Section title="Sessions they were invited to">
				<InviteTable rows={invites} />
			</Section>
			<Section title="Changes to their details">
				<HistoryList items={history} />
			</Section>
		</>
	);
}
