import { requireActor } from "#app/http/require-actor.ts";
import { requireRequest } from "#app/http/require-request.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { AskedList } from "#app/routes/request/asked-list.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/request.ts";
import { requestFacts } from "./request-facts.ts";
import { ActionsPanel, ContactPanel, VenuePanel } from "./request-panels.tsx";
import { RequestTag, TrafficTag } from "./request-tags.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, today, settings } = await requireActor(args, "requests.view");
	const { client } = app.database;
	const request = await requireRequest(client, args.params.ref);
	return requestFacts(client, request, { today, settings });
}

export default function Request({ loaderData: facts }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title={`${facts.asked.school}: request`} />
			<PageHeading
				title={facts.asked.school}
				caption={facts.reference}
				status={<RequestTag status={facts.status} />}
				lead={`Asked on ${facts.received}${facts.source === "api" ? ", through the API" : ""}. First date: ${facts.notice.toLowerCase()}.`}
				back={{ href: "/requests", text: "Requests" }}
			/>
			<div className="tt-columns">
				<div>
					<Outcome facts={facts} />
					<Section title="Dates">
						<ol className="govuk-list govuk-list--number">
							{facts.dates.map(({ date, shown, periods, word }) => (
								<li key={date}>
									{shown}
									{periods && `, ${periods}`} <TrafficTag word={word} />
								</li>
							))}
						</ol>
						<p className="govuk-hint">
							Free: enough qualified people have nothing else that school day. Tight: only between
							other sessions. Nobody: at no time of that day.
						</p>
					</Section>
					<Section title="As the school put it">
						<AskedList asked={facts.asked} />
					</Section>
					<HadBefore facts={facts} />
				</div>
				<div>
					<ActionsPanel facts={facts} />
					<VenuePanel facts={facts} />
					<ContactPanel facts={facts} />
				</div>
			</div>
			<HistorySection items={facts.history} />
		</>
	);
}

type Props = { facts: Route.ComponentProps["loaderData"] };

/** What came of it so far. */
function Outcome({ facts: { booked, offer, declined, status } }: Props) {
	if (booked.length > 0) {
		return (
			<Section title="Booked">
				<ul className="govuk-list">
					{booked.map(({ reference, when }) => (
						<li key={reference}>
							<AppLink className="govuk-link" href={`/sessions/${reference}`}>
								{reference}
							</AppLink>
							, {when}
						</li>
					))}
				</ul>
			</Section>
		);
	}
	if (declined) {
		return (
			<Section title="Declined">
				<p className="govuk-body">{declined.reason}</p>
				{declined.words && <p className="govuk-body tt-as-typed">{declined.words}</p>}
			</Section>
		);
	}
	if (!offer) return null;
	const title = status === "agreed" ? "The school accepted" : "Offered";
	return (
		<Section title={status === "waiting" ? "The school declined" : title}>
			<p className="govuk-body">
				{offer.shown} <TrafficTag word={offer.word} />
			</p>
			{offer.words && <p className="govuk-body tt-as-typed">{offer.words}</p>}
		</Section>
	);
}

function HadBefore({ facts: { venue, cohort, school, deliveredInAll } }: Props) {
	if (!venue) return null;
	return (
		<>
			<Section title="These young people">
				{cohort.length > 0 ? (
					<SessionLines lines={cohort} />
				) : (
					<EmptyState title="They have had nothing yet, and nothing else is booked for them" />
				)}
			</Section>
			<Section
				title="This school"
				action={
					deliveredInAll > school.length && (
						<AppLink className="govuk-link" href={`/sessions?venue=${venue.id}&status=delivered`}>
							All {deliveredInAll} sessions there
						</AppLink>
					)
				}
			>
				{school.length > 0 ? (
					<SessionLines lines={school} />
				) : (
					<EmptyState title="Nothing was delivered there yet" />
				)}
			</Section>
		</>
	);
}

function SessionLines({ lines }: { lines: { reference: string; text: string }[] }) {
	return (
		<ul className="govuk-list">
			{lines.map(({ reference, text }) => (
				<li key={`${reference} ${text}`}>
					<AppLink className="govuk-link" href={`/sessions/${reference}`}>
						{text}
					</AppLink>
				</li>
			))}
		</ul>
	);
}
