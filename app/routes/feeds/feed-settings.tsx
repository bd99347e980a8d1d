import { makeFeed } from "#app/commands/make-feed.ts";
import { stopFeed } from "#app/commands/stop-feed.ts";
import { findFeed } from "#app/data/feeds.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, notFound, redirectWith } from "#app/http/respond.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/feed-settings.ts";
import { FeedAddress } from "./feed-address.tsx";
import { FeedChoices } from "./feed-choices.tsx";
import { feedAddress, feedRow } from "./feed-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "register.change");
	const feed = await findFeed(app.database.client, args.params.id);
	if (!feed) throw notFound();
	return feedRow(feed, zone);
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const feed = await findFeed(app.database.client, args.params.id);
	if (!feed) throw notFound();
	const { intent } = await readForm(args.request);
	if (intent === "stop") {
		await stopFeed(command, feed.id);
		const message = `The calendar feed of ${feed.name} has stopped`;
		return redirectWith(app, "/settings/feeds", { kind: "success", message });
	}
	if (intent !== "replace") throw badRequest();
	const made = await makeFeed(command, feed.subject);
	if (!made.ok) throw notFound();
	return { name: made.name, address: feedAddress(app.deployment.appUrl, made.token) };
}

export default function FeedSettings({ loaderData, actionData }: Route.ComponentProps) {
	const { name, about, made, retired } = loaderData;
	return (
		<Measure>
			<PageTitle title={`Calendar feed of ${name}`} />
			<PageHeading
				caption={about}
				title={`Calendar feed of ${name}`}
				lead={made}
				back={{ href: "/settings/feeds", text: "Calendar feeds" }}
			/>
			{actionData ? <FeedAddress {...actionData} /> : <FeedChoices mayReplace={!retired} />}
		</Measure>
	);
}
