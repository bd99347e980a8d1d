import { readHistories } from "#app/data/history.ts";
import { findPerson } from "#app/data/people.ts";
import { findPersonTime, readAbsences } from "#app/data/people-time.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { may } from "#app/domain/access/permissions.ts";
import { historyItems } from "#app/http/history-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { personTimeFacts } from "#app/routes/people-time/person-time-facts.ts";
import { PersonTimeSection } from "#app/routes/people-time/person-time-section.tsx";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { EmailLink, PhoneLink } from "#app/routes/register/reach-links.tsx";
import { UpcomingTable, upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/person.ts";
import { type PersonFacts, personFacts } from "./person-facts.ts";
import { QualificationTable } from "./qualification-table.tsx";

/** Sessions shown; all of them are a link away. */
const SHOWN = 5;

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, settings, now, zone, today } = await requireActor(args, "register.view");
	const { client } = app.database;
	const { id } = args.params;
	const mayChange = may(actor.role, "register.change");
	const seesTime = mayChange || actor.personId === id;
	const [person, upcoming, history, time, absences] = await Promise.all([
		findPerson(client, id),
		readUpcomingSessions(client, { personId: id }, now, SHOWN),
		readHistories(client, { person: [id], ...(seesTime && { person_time: [id] }) }),
		seesTime ? findPersonTime(client, id) : null,
		seesTime ? readAbsences(client, id, today) : [],
	]);
	if (!person) throw notFound();
	return {
		time: time && personTimeFacts(time, { absences, settings, today, mayChange }),
		person: personFacts(person, { actor, today }),
		upcoming: upcomingRows(upcoming, zone),
		history: historyItems(history, zone),
	};
}

export default function Person({
	loaderData: { person, time, upcoming, history },
}: Route.ComponentProps) {
	return (
		<>
			<PageTitle title={person.name} />
			<PageHeading
				title={person.name}
				status={person.retired && <Tag>Retired</Tag>}
				lead={person.lead}
				back={{ href: "/people", text: "People" }}
				actions={<PersonActions person={person} />}
			/>
			<div className="tt-columns">
				<div>
					<Section title="Upcoming sessions">
						{upcoming.total > 0 ? (
							<UpcomingTable {...upcoming} allHref={`/sessions?person=${person.id}`} />
						) : (
							<EmptyState title={`${person.name} is on no session that is still to come`} />
						)}
					</Section>
					<Section title="May deliver">
						<QualificationTable person={person} />
					</Section>
					{time && <PersonTimeSection time={time} />}
				</div>
				<Panel title="About" quiet>
					<SummaryList
						plain
						rows={[
							{ key: "Email", value: person.email && <EmailLink value={person.email} /> },
							{ key: "Telephone", value: person.phone && <PhoneLink value={person.phone} /> },
							{ key: "Agency", value: person.agency },
							{ key: "Teams", value: person.teams || "None" },
							{ key: "Sign-in", value: person.signIn },
						]}
					/>
				</Panel>
			</div>
			<HistorySection items={history} />
		</>
	);
}

function PersonActions({ person }: { person: PersonFacts }) {
	if (!person.mayChange) return null;
	return (
		<Actions>
			{!person.retired && (
				<ButtonLink href={`/people/${person.id}/edit`} kind="secondary">
					Edit
				</ButtonLink>
			)}
			<ButtonLink href={`/people/${person.id}/retire`} kind="secondary">
				{person.retired ? "Bring back" : "Retire"}
			</ButtonLink>
		</Actions>
	);
}
