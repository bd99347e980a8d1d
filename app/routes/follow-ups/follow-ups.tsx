import { data } from "react-router";
import { requireActor } from "#app/http/require-actor.ts";
import { FilterWords } from "#app/routes/session-list/filter-words-list.tsx";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import { filtersInUse, SessionFilters } from "#app/routes/session-list/session-filters.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/follow-ups.ts";
import { type FollowUpFacts, followUpFacts } from "./follow-up-facts.server.ts";
import { OwnView } from "./own-view.tsx";
import { SharedView } from "./shared-view.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const facts = await followUpFacts(entered, args.url);
	return data(facts, { status: facts.shown ? 200 : 422 });
}

export default function FollowUps({ loaderData }: Route.ComponentProps) {
	const { shown, choices, given, errors } = loaderData;
	const title = shown ? `Follow-ups: ${shown.period}` : "Follow-ups";
	const shared = shown?.view.kind === "shared";
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				back={{ href: "/reach", text: "Reach" }}
				lead={
					shared
						? "Young people passed on to other services after delivered sessions, by kind of service."
						: "Young people passed on to other services after delivered sessions. For the team: to share, use the view or the file made for it."
				}
				actions={shown && !shared && <Sharing shown={shown} />}
			/>
			{shown && !shared && <QuickRanges ranges={shown.ranges} />}
			{!shared && (
				<SessionFilters
					action="/follow-ups"
					given={given}
					choices={choices}
					errors={errors}
					active={filtersInUse(given)}
					clearHref="/follow-ups"
				/>
			)}
			{shown && (
				<>
					<FilterWords summary={shown.words.length > 0 ? "Limited to:" : ""} words={shown.words} />
					{shown.view.kind === "shared" ? (
						<SharedView view={shown.view} back={shown.own} csv={shown.csv} />
					) : (
						<OwnView view={shown.view} />
					)}
				</>
			)}
		</>
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
