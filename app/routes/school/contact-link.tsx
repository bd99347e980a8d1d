import { Form } from "react-router";
import { replaceSchoolLink } from "#app/commands/replace-school-link.ts";
import { schoolLink } from "#app/commands/school-link.ts";
import { findContact } from "#app/data/contacts.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { CopyButton } from "#app/routes/reach/copy-button.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/contact-link.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const contact = await findContact(app.database.client, args.params.id);
	if (!contact || contact.retiredAt) throw notFound();
	const { id: contactId, linkVersion, name, venue } = contact;
	return { name, venue, link: schoolLink(app.deployment, { contactId, linkVersion }) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const outcome = await replaceSchoolLink(command, args.params.id);
	if (!outcome.ok) throw notFound();
	const message = "The link was replaced: the old one opens nothing any more";
	return redirectWith(app, `/contacts/${outcome.id}/page`, { kind: "success", message });
}

export default function ContactLink({ loaderData: { name, venue, link } }: Route.ComponentProps) {
	const title = `The page of ${name}`;
	return (
		<Measure>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				back={{ href: `/venues/${venue.id}`, text: venue.name }}
				lead="Where a contact sees their sessions, answers, and says afterwards how it went, without an account. Every mail to them has the link."
			/>
			{link && (
				<div className="tt-press">
					<p className="tt-press__line tt-break">
						<AppLink className="govuk-link" href={link}>
							{link}
						</AppLink>
					</p>
					<CopyButton text={link} about="the link" />
				</div>
			)}
			<p className="govuk-body">Whoever has it can answer for {name}. Give it to nobody else.</p>
			<ConfirmPanel
				title="Replace the link"
				consequences={[
					"The link above stops working at once, in every mail that has it.",
					`${name} gets the new one with the next mail; “Send again” on a session sends it now.`,
				]}
				warning
			>
				<Form method="post">
					<ButtonGroup>
						<Button kind="warning">Replace the link</Button>
						<AppLink className="govuk-link" href={`/venues/${venue.id}`}>
							Keep it
						</AppLink>
					</ButtonGroup>
				</Form>
			</ConfirmPanel>
		</Measure>
	);
}
