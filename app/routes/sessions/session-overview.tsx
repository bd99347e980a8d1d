import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import type { Route } from "./+types/session-overview.ts";
import { aroundSession } from "./around-session.ts";
import { CohortPanel, SeriesPanel } from "./overview-cohort.tsx";
import { CloseOutPanel, EndPanel } from "./overview-outcome.tsx";
import { PeoplePanel } from "./overview-people.tsx";
import { NotesPanel, OverridesPanel, WhatPanel, WherePanel } from "./overview-plan.tsx";
import { SchoolPanel } from "./overview-school.tsx";
import { fromSchool } from "./school-facts.ts";
import { SessionFrame } from "./session-frame.tsx";
import { sessionHead } from "./session-head.ts";
import { overviewFacts } from "./session-overview-facts.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	return {
		head: sessionHead(session, entered),
		facts: overviewFacts(session, entered),
		school: await fromSchool(session, entered),
		around: await aroundSession(session, entered),
	};
}

export default function SessionOverview({
	loaderData: { head, facts, school, around },
}: Route.ComponentProps) {
	return (
		<SessionFrame head={head} tab="overview">
			<div className="tt-columns">
				<div>
					<EndPanel facts={facts} />
					<WherePanel facts={facts} />
					<WhatPanel facts={facts} />
					<NotesPanel facts={facts} />
				</div>
				<div>
					<CloseOutPanel facts={facts} />
					<SchoolPanel school={school} />
					<PeoplePanel facts={facts} />
					<OverridesPanel facts={facts} />
					<SeriesPanel around={around} />
					<CohortPanel around={around} />
				</div>
			</div>
		</SessionFrame>
	);
}
