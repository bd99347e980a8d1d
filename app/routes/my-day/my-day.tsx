import { readPersonSessions } from "#app/data/person-sessions.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { addDays } from "#app/domain/time.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/my-day.ts";
import { StopCard } from "./stop-card.tsx";
import { type StopInOrder, stopsInOrder } from "./stop-facts.ts";

/** How many days after today are shown. */
const AHEAD = 7;

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "my_day.view");
	const { app, actor, today } = entered;
	if (actor.personId === null)
		return { today: formatDate(today), delivers: false, stops: [], date: today };
	const sessions = await readPersonSessions(app.database.client, actor.personId, {
		from: today,
		to: addDays(today, AHEAD),
	});
	return {
		date: today,
		today: formatDate(today),
		delivers: true,
		stops: stopsInOrder(
			sessions.filter(({ status }) => status !== "cancelled"),
			entered,
		),
	};
}

export default function MyDay({ loaderData }: Route.ComponentProps) {
	const { date, today, delivers, stops } = loaderData;
	const now = stops.filter((stop) => stop.date === date);
	const later = stops.filter((stop) => stop.date !== date);
	const first = now.find((stop) => stop.closeOut)?.reference;
	return (
		<>
			<PageTitle title="My day" />
			<PageHeading title="My day" lead={today} />
			{delivers ? (
				<>
					{now.length === 0 && (
						<EmptyState title="You deliver nothing today">
							<p className="govuk-body">Sessions that you are put on stand here on their day.</p>
						</EmptyState>
					)}
					{now.map((stop) => (
						<StopCard
							key={stop.reference}
							stop={stop}
							level="h2"
							stays={stop.stays}
							way={stop.way}
							mainButton={stop.reference === first}
						/>
					))}
					<NextDays stops={later} />
				</>
			) : (
				<NotDelivering />
			)}
		</>
	);
}

function NextDays({ stops }: { stops: StopInOrder[] }) {
	const days = [...new Set(stops.map(({ day }) => day))];
	if (days.length === 0) return null;
	return days.map((day) => (
		<Section title={day} key={day}>
			{stops
				.filter((stop) => stop.day === day)
				.map((stop) => (
					<StopCard key={stop.reference} stop={stop} level="h3" stays={stop.stays} way={stop.way} />
				))}
		</Section>
	));
}

function NotDelivering() {
	return (
		<EmptyState title="This page is for those who deliver sessions">
			<p className="govuk-body">
				Your account is not joined to a facilitator. An administrator can join it, or you can{" "}
				<AppLink className="govuk-link" href="/sessions">
					look at all sessions
				</AppLink>
				.
			</p>
		</EmptyState>
	);
}
