import type { SessionRecord } from "#app/data/sessions.ts";
import { type Actor, may } from "#app/domain/access/permissions.ts";
import { answerWords } from "#app/http/invite-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/session-people.ts";
import { PeopleTable, type PersonRow } from "./people-table.tsx";
import { SessionFrame } from "./session-frame.tsx";
import { sessionHead } from "./session-head.ts";
import { liveContacts } from "./session-overview-facts.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	const { venue, programme } = session;
	return {
		head: sessionHead(session, entered),
		needed: programme.facilitatorsNeeded,
		venue: { id: venue.id, name: venue.name },
		...peopleRows(session, entered.actor),
	};
}

/** why a switch: addresses and telephone numbers are personal, and not every reader needs them. */
function peopleRows(session: SessionRecord, actor: Actor) {
	const shows = may(actor.role, "contacts.view");
	const reach = (one: { email: string; phone: string | null }) =>
		shows ? { email: one.email, phone: one.phone } : { email: null, phone: null };
	const several = session.assignments.length > 1;
	const answers = new Map(session.invites.map(({ address, answer }) => [address, answer]));
	const answerOf = (address: string) => answerWords[answers.get(address) ?? ""] ?? "None yet";
	const facilitators = session.assignments.map(
		({ person, lead }): PersonRow => ({
			id: person.id,
			name: person.name,
			about: [person.agency.name, several && (lead ? "lead" : "support")]
				.filter(Boolean)
				.join(", "),
			answer: answerOf(person.email),
			...reach(person),
		}),
	);
	const contacts = liveContacts(session).map(
		({ id, name, address, contact }): PersonRow => ({
			id,
			name,
			about: contact?.role ?? "",
			answer: answerOf(address),
			...reach({ email: address, phone: contact?.phone ?? null }),
		}),
	);
	return { facilitators, contacts, shows };
}

export default function SessionPeople({ loaderData }: Route.ComponentProps) {
	const { head, facilitators, contacts, shows, needed, venue } = loaderData;
	return (
		<SessionFrame head={head} tab="people">
			<Section title="Delivering">
				{facilitators.length === 0 ? (
					<EmptyState title="Nobody delivers this session yet">
						This programme needs {needed === 1 ? "1 facilitator" : `${needed} facilitators`}: choose
						them under “Change people”.
					</EmptyState>
				) : (
					<PeopleTable caption="Who delivers" rows={facilitators} shows={shows} />
				)}
			</Section>
			<Section title={`At ${venue.name}`}>
				{contacts.length === 0 ? (
					<EmptyState title="Nobody at the venue gets an invite">
						Choose contacts of the venue under “Change people”.
					</EmptyState>
				) : (
					<PeopleTable caption="Who is told at the venue" rows={contacts} shows={shows} />
				)}
			</Section>
		</SessionFrame>
	);
}
