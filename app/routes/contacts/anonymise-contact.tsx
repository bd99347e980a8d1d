import { redirect } from "react-router";
import { type AnonymiseOutcome, anonymiseContact } from "#app/commands/anonymise-contact.ts";
import { findMentions } from "#app/data/contact-rights.ts";
import { findContact } from "#app/data/contacts.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { listOf } from "#app/domain/format-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/anonymise-contact.ts";
import { SessionLinks } from "./session-links.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, now } = await requireActor(args, "contacts.rights");
	const { client } = app.database;
	const contact = await findContact(client, args.params.id);
	if (!contact) throw notFound();
	if (contact.anonymisedAt) throw redirect(`/contacts/${contact.id}/data`, 303);
	const [upcoming, mentions] = await Promise.all([
		readUpcomingReferences(client, { contactId: contact.id }, now),
		findMentions(client, contact),
	]);
	return { id: contact.id, name: contact.name, venue: contact.venue, upcoming, mentions };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "contacts.rights");
	const outcome = await anonymiseContact(command, args.params.id, "asked");
	if (!outcome.ok) return refuse(outcome);
	const message = "The contact is anonymised";
	return redirectWith(app, `/venues/${outcome.venueId}`, { kind: "success", message });
}

function refuse(outcome: Exclude<AnonymiseOutcome, { ok: true }>) {
	switch (outcome.reason) {
		case "not_found":
			throw notFound();
		case "done_before":
			return invalid([{ field: "", message: "They were anonymised before" }], {});
		case "has_sessions": {
			const message = `Take them off ${listOf(outcome.references)} first: their calendar has to be told`;
			return invalid([{ field: "", message }], {});
		}
		case "has_requests": {
			const message = `Answer ${listOf(outcome.references)} first: they wait to hear from you`;
			return invalid([{ field: "", message }], {});
		}
	}
}

export default function AnonymiseContact({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, venue, upcoming, mentions } = loaderData;
	const title = `Anonymise ${name}`;
	return (
		<Measure>
			<PageTitle title={title} errors={actionData?.errors} />
			<ErrorSummary errors={actionData?.errors} />
			<PageHeading
				title={title}
				caption={`Contact at ${venue.name}`}
				back={{ href: `/contacts/${id}/data`, text: "What is kept about them" }}
			/>
			{upcoming.length > 0 ? (
				<ConfirmPanel
					title="They are invited to sessions to come"
					consequences={[
						"Take them off these sessions first, with “Change people”: that takes the sessions out of their calendar",
						"After that their details can be taken out everywhere",
					]}
				>
					<SessionLinks references={upcoming} to="people/edit" />
				</ConfirmPanel>
			) : (
				<ConfirmPanel
					title="What will happen"
					consequences={[
						`The name, role, address and telephone number of ${name} are taken out of their record, of every invite and message to them, and of the history`,
						"The words of the messages to them are deleted; that they were sent, when, and what was answered stays",
						"Their calendar feed stops",
						"Sessions and figures stay exactly as they are",
						"It cannot be undone",
					]}
				>
					{mentions.length > 0 && (
						<>
							<p className="govuk-body">
								Their name or address also stands in the team’s own notes of these sessions, which
								are not changed. Look through them:
							</p>
							<SessionLinks references={mentions} to="edit" />
						</>
					)}
					<form method="post">
						<ButtonGroup>
							<Button kind="warning">Anonymise for good</Button>
							<AppLink className="govuk-link" href={`/contacts/${id}/data`}>
								Keep them
							</AppLink>
						</ButtonGroup>
					</form>
				</ConfirmPanel>
			)}
		</Measure>
	);
}
