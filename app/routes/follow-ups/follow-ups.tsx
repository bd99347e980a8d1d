import { data } from "react-router";
import { requireActor } from "#app/http/require-actor.ts";
import { ReportFrame } from "#app/routes/reach/report-frame.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import type { Route } from "./+types/follow-ups.ts";
import { type FollowUpFacts, followUpFacts } from "./follow-up-facts.server.ts";
import { OwnView } from "./own-view.tsx";
import { SharedView } from "./shared-view.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const facts = await followUpFacts(entered, args.url);
	return data(facts, { status: facts.shown ? 200 : 422 });
}

const leads = {
	own: "Young people passed on to other services after delivered sessions. For the team: to share, use the view or the file made for it.",
	shared: "Young people passed on to other services after delivered sessions, by kind of service.",
};

export default function FollowUps({ loaderData }: Route.ComponentProps) {
	const { shown, ...asked } = loaderData;
	const view = shown?.view;
	return (
		<ReportFrame
			name="Follow-ups"
			path="/follow-ups"
			lead={leads[view?.kind ?? "own"]}
			asked={asked}
			shown={shown}
			bare={view?.kind === "shared"}
			actions={shown && view?.kind === "own" && <Sharing shown={shown} />}
		>
			{shown && view?.kind === "shared" && (
				<SharedView view={view} back={shown.own} csv={shown.csv} />
			)}
			{view?.kind === "own" && <OwnView view={view} />}
		</ReportFrame>
	);
}

function Sharing({ shown }: { shown: NonNullable<FollowUpFacts["shown"]> }) {
	return (
		<Actions>
			<ButtonLink kind="secondary" href={shown.shared}>
				View to share or print
			</ButtonLink>
			<ButtonLink kind="secondary" href={shown.csv}>
				Export as CSV
			</ButtonLink>
		</Actions>
	);
}
