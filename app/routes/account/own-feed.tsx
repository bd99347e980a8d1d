import { Form } from "react-router";
import { makeFeed } from "#app/commands/make-feed.ts";
import { stopFeed } from "#app/commands/stop-feed.ts";
import { findFeedOf } from "#app/data/feeds.ts";
import type { Actor } from "#app/domain/access/permissions.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, notFound, redirectWith } from "#app/http/respond.ts";
import { FeedAddress, FeedHelp } from "#app/routes/feeds/feed-address.tsx";
import { FeedChoices } from "#app/routes/feeds/feed-choices.tsx";
import { feedAddress, feedRow } from "#app/routes/feeds/feed-words.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/own-feed.ts";

function subjectOf({ personId }: Actor) {
	return personId === null ? null : ({ kind: "person", id: personId } as const);
}

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, zone } = await requireActor(args, "account.own");
	const subject = subjectOf(actor);
	const feed = subject && (await findFeedOf(app.database.client, subject));
	return { delivers: subject !== null, feed: feed && feedRow(feed, zone) };
}

export async function action(args: Route.ActionArgs) {
	const { app, actor, command } = await requireActor(args, "account.own");
	const { intent } = await readForm(args.request);
	const subject = subjectOf(actor);
	if (!subject) throw notFound();
	if (intent === "stop") {
		const feed = await findFeedOf(app.database.client, subject);
		if (feed) await stopFeed(command, feed.id);
		const message = "Your calendar feed has stopped";
		return redirectWith(app, "/account/feed", { kind: "success", message });
	}
	if (intent !== "make" && intent !== "replace") throw badRequest();
	const made = await makeFeed(command, subject);
	if (!made.ok) throw notFound();
	return { name: made.name, address: feedAddress(app.deployment.appUrl, made.token) };
}

export default function OwnFeed({ loaderData, actionData }: Route.ComponentProps) {
	const { delivers, feed } = loaderData;
	return (
		<Measure>
			<PageTitle title="Your calendar feed" />
			<PageHeading
				title="Your calendar feed"
				lead={feed ? feed.made : "An address that shows your sessions in your own calendar program"}
				back={{ href: "/account", text: "Your account" }}
			/>
			{actionData ? (
				<FeedAddress {...actionData} />
			) : feed ? (
				<FeedChoices mayReplace />
			) : delivers ? (
				<>
					<Form method="post">
						<Hidden name="intent" value="make" />
						<Button>Make my feed</Button>
					</Form>
					<FeedHelp />
				</>
			) : (
				<EmptyState title="You deliver no sessions">
					An administrator can say on your account whom you deliver as; your sessions then have a
					feed.
				</EmptyState>
			)}
		</Measure>
	);
}
