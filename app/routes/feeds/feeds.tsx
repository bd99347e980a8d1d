import { makeFeed } from "#app/commands/make-feed.ts";
import { type FeedSubject, findFeedOf, listFeeds, searchContacts } from "#app/data/feeds.ts";
import { listPeople } from "#app/data/people.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { may } from "#app/domain/access/permissions.ts";
import { chosen } from "#app/domain/text.ts";
import { type Fields, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/feeds.ts";
import { FeedAddress, FeedHelp } from "./feed-address.tsx";
import { FeedTable } from "./feed-table.tsx";
import { feedAddress, feedRow } from "./feed-words.ts";
import { NewFeedForms } from "./new-feed-forms.tsx";

const CONTACTS_SHOWN = 20;

export async function loader(args: Route.LoaderArgs) {
	const { app, actor, zone } = await requireActor(args, "settings.view");
	const { client } = app.database;
	const search = (args.url.searchParams.get("q") ?? "").trim().slice(0, 200);
	const [feeds, teams, people, contacts] = await Promise.all([
		listFeeds(client),
		readTeamChoices(client),
		listPeople(client, { retired: "exclude" }),
		search === "" ? [] : searchContacts(client, search, CONTACTS_SHOWN),
	]);
	const taken = new Set(feeds.map(({ subject }) => `${subject.kind} ${subject.id}`));
	const without = (kind: string) => (one: { id: string; name: string }) =>
		taken.has(`${kind} ${one.id}`) ? [] : [{ value: one.id, label: one.name }];
	return {
		rows: feeds.map((feed) => feedRow(feed, zone)),
		teams: teams.flatMap(without("team")),
		people: people.flatMap(without("person")),
		search,
		contacts: contacts.map(({ id, name, role, venueName }) => ({
			id,
			name,
			about: [role, venueName].filter(Boolean).join(", "),
			taken: taken.has(`contact ${id}`),
		})),
		mayChange: may(actor.role, "register.change"),
	};
}

const nouns = { team: "a team", person: "a facilitator", contact: "a contact" };

/** Which of the forms was sent, and whom it names; a text that can be no id is passed on as none. */
function subjectOf(fields: Fields): FeedSubject {
	const kind = (["person", "contact"] as const).find((one) => one in fields) ?? "team";
	const parsed = chosen(nouns[kind]).safeParse(fields[kind]);
	return { kind, id: parsed.success ? parsed.data : "" };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const subject = subjectOf(fields);
	const field = subject.kind;
	const refuse = (message: string) => invalid([{ field, message }], fields);
	if (await findFeedOf(app.database.client, subject)) {
		return refuse("There is a feed already: give it another address on its page");
	}
	const made = await makeFeed(command, subject);
	if (!made.ok) return refuse(`Choose ${nouns[field]}`);
	return { name: made.name, address: feedAddress(app.deployment.appUrl, made.token) };
}

export default function Feeds({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData && "errors" in actionData ? actionData.errors : undefined;
	const made = actionData && "address" in actionData ? actionData : null;
	return (
		<>
			<PageTitle title="Calendar feeds" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Calendar feeds"
				lead="Addresses that calendar programs read by themselves"
				back={{ href: "/settings", text: "Settings" }}
			/>
			{made && (
				<Measure>
					<FeedAddress {...made} />
				</Measure>
			)}
			<Section title="Feeds in use">
				<FeedTable rows={loaderData.rows} />
			</Section>
			{loaderData.mayChange && <NewFeedForms {...loaderData} errors={errors} />}
			{!made && <FeedHelp />}
		</>
	);
}
