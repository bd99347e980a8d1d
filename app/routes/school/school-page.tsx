import { data } from "react-router";
import { notFound } from "#app/http/respond.ts";
import { DeadLink } from "#app/routes/sign-in/dead-link.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/school-page.ts";
import { findSchool } from "./find-school.ts";
import { type SchoolPageFacts, schoolPageFacts } from "./page-facts.ts";
import { SessionCard } from "./session-card.tsx";
import { LaterSessions, PastSessions } from "./session-lists.tsx";

/** As many past sessions as anybody looks for; the rest are one press away. */
const LATEST = 6;

export async function loader(args: Route.LoaderArgs) {
	const school = await findSchool(args);
	if (!school) return data({ facts: null }, { status: 404 });
	return { facts: await schoolPageFacts(school) };
}

/** Nothing can be sent here: each session has its own address. */
export function action() {
	throw notFound();
}

export default function SchoolPage({ loaderData: { facts } }: Route.ComponentProps) {
	return facts ? <Page facts={facts} /> : <NoSchoolPage />;
}

/** Says nothing of whether the address was ever good. */
export function NoSchoolPage() {
	return (
		<DeadLink>
			<p>
				It may have been replaced. Ask the team that wrote to you to send you a new one, or use the
				link in its newest mail.
			</p>
		</DeadLink>
	);
}

function Page({ facts }: { facts: SchoolPageFacts }) {
	const { venue, name, next, later, past, ask } = facts;
	return (
		<Measure>
			<PageTitle title={venue} />
			<PageHeading
				caption="Your sessions"
				title={venue}
				lead={`For ${name}. Keep the address of this page to yourself: whoever has it can answer for you.`}
			/>
			<ToTell facts={facts} />
			{next ? (
				<section aria-label="Next session">
					<SessionCard card={next} />
				</section>
			) : (
				<EmptyState title="No session is booked">
					<p className="govuk-body">The next session for which you are the contact stands here.</p>
				</EmptyState>
			)}
			{later.length > 0 && (
				<Section title={next ? "After that" : "Called off"}>
					<LaterSessions rows={later} />
				</Section>
			)}
			{past.length > 0 && (
				<Section title="Past sessions">
					<PastSessions rows={past.slice(0, LATEST)} />
					{past.length > LATEST && (
						<Details summary={`Earlier sessions (${past.length - LATEST})`}>
							<PastSessions rows={past.slice(LATEST)} />
						</Details>
					)}
				</Section>
			)}
			{ask && (
				<Section title="Another session">
					<p className="govuk-body">
						<AppLink className="govuk-link" href={ask}>
							Ask for another session
						</AppLink>
					</p>
				</Section>
			)}
		</Measure>
	);
}

function ToTell({ facts: { toTell, next } }: { facts: SchoolPageFacts }) {
	const [latest, ...others] = toTell;
	if (!latest) return null;
	return (
		<Panel title="How did it go?">
			<p className="govuk-body">
				{latest.programme}, {latest.when}. Confirm the number and answer a few questions: one
				minute.
			</p>
			<ButtonLink href={latest.href} kind={next ? "secondary" : "primary"}>
				Tell us how it went
			</ButtonLink>
			{others.length > 0 && (
				<p className="govuk-body govuk-!-margin-bottom-0">
					{others.length === 1 ? "1 more session waits" : `${others.length} more sessions wait`}{" "}
					under “Past sessions”.
				</p>
			)}
		</Panel>
	);
}
