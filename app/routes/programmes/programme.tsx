import { readHistory } from "#app/data/history.ts";
import { readQualifiedPeople } from "#app/data/people.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { historyItems } from "#app/http/history-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { UpcomingTable, upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/programme.ts";
import { type ProgrammeFacts, programmeFacts } from "./programme-facts.ts";
import { NeedsPanel, QualifiedPanel } from "./programme-panels.tsx";

/** Sessions shown; all of them are a link away. */
const SHOWN = 5;

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, zone, today } = await requireActor(args, "register.view");
	const { client } = app.database;
	const programme = await findProgramme(client, args.params.id);
	if (!programme) throw notFound();
	const { id } = programme;
	const [people, upcoming, history] = await Promise.all([
		readQualifiedPeople(client, id),
		readUpcomingSessions(client, { programmeId: id }, now, SHOWN),
		readHistory(client, "programme", id),
	]);
	return {
		programme: programmeFacts(programme, { actor, people, today }),
		upcoming: upcomingRows(upcoming, zone),
		history: historyItems(history, zone),
	};
}

export default function Programme({ loaderData }: Route.ComponentProps) {
	const { programme, upcoming, history } = loaderData;
	return (
		<>
			<PageTitle title={programme.name} />
			<PageHeading
				title={programme.name}
				caption={programme.theme}
				status={programme.retired && <Tag>Retired</Tag>}
				lead={programme.summary}
				back={{ href: "/programmes", text: "Programmes" }}
				actions={<ProgrammeActions programme={programme} />}
			/>
			<div className="tt-columns">
				<div>
					<NeedsPanel programme={programme} />
					<Section title="Upcoming sessions">
						{upcoming.total > 0 ? (
							<UpcomingTable
								{...upcoming}
								without="programme"
								allHref={`/sessions?programme=${programme.id}`}
							/>
						) : (
							<EmptyState title="No session of it is still to come" />
						)}
					</Section>
				</div>
				<QualifiedPanel programme={programme} />
			</div>
			<HistorySection items={history} />
		</>
	);
}

function ProgrammeActions({ programme }: { programme: ProgrammeFacts }) {
	const { id, retired, mayBook, mayChange } = programme;
	if (!mayChange) return null;
	return (
		<Actions>
			{!retired && mayBook && (
				<ButtonLink href={`/sessions/new?programme=${id}`}>Book session</ButtonLink>
			)}
			{!retired && (
				<ButtonLink href={`/programmes/${id}/edit`} kind="secondary">
					Edit
				</ButtonLink>
			)}
			<ButtonLink href={`/programmes/${id}/retire`} kind="secondary">
				{retired ? "Bring back" : "Retire"}
			</ButtonLink>
		</Actions>
	);
}
