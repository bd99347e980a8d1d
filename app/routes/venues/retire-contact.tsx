import { restoreContact } from "#app/commands/restore-contact.ts";
import { retireContact } from "#app/commands/retire-contact.ts";
import { findContact } from "#app/data/contacts.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import type { Route } from "./+types/retire-contact.ts";
import { contactNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now } = await requireActor(args, "register.change");
	const { client } = app.database;
	const contact = await findContact(client, args.params.id);
	if (!contact) throw notFound();
	const upcoming = await readUpcomingReferences(client, { contactId: contact.id }, now);
	const { name, venue, retiredAt } = contact;
	return { name, venue, retired: retiredAt !== null, upcoming: upcoming.length };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { command, app } = entered;
	const contact = await findContact(app.database.client, args.params.id);
	if (!contact) throw notFound();
	return retireOrRestore(entered, args.request, contactNouns, {
		retire: () => retireContact(command, contact.id),
		restore: () => restoreContact(command, contact.id),
		to: `/venues/${contact.venueId}`,
		name: contact.name,
	});
}

export default function RetireContact({ loaderData, actionData }: Route.ComponentProps) {
	const { name, venue, retired, upcoming } = loaderData;
	const sessions = countOf(upcoming, "upcoming session", "upcoming sessions");
	return (
		<RetirePage
			noun="contact"
			name={name}
			retired={retired}
			blockers={{}}
			retiring={[
				`${name} can no longer be chosen for sessions at ${venue.name}.`,
				upcoming > 0
					? `${name} is invited to ${sessions} and goes on being told of changes to them. Use “Change people” on a session to take them off it.`
					: `${name} is not invited to any upcoming session, and is sent nothing.`,
				"What they were sent and answered stays on record.",
			]}
			restoring={[`${name} can be chosen for sessions at ${venue.name} again.`]}
			back={{ href: `/venues/${venue.id}`, text: venue.name }}
			errors={actionData?.errors}
		/>
	);
}
