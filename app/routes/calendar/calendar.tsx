import { lazy, Suspense, useState } from "react";
import { data } from "react-router";
import { requireActor } from "#app/http/require-actor.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { useWide } from "#app/ui/use-wide.ts";
import type { Route } from "./+types/calendar.ts";
import { CalendarFilters } from "./calendar-filters.tsx";
import { type CalendarShown, readCalendarPage } from "./calendar-page.ts";
import { DayList } from "./day-list.tsx";
import { Legend } from "./legend.tsx";
import { PeopleTable } from "./people-table.tsx";

// why lazily: it weighs more than all other pages together, and the list says the same without it.
const CalendarGrid = lazy(() => import("./calendar-grid.client.tsx"));

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const shown = await readCalendarPage(entered, args.url);
	return data(shown, { status: shown.errors.length > 0 ? 422 : 200 });
}

export default function Calendar({ loaderData: shown }: Route.ComponentProps) {
	const { errors, title, views } = shown;
	return (
		<>
			<PageTitle title={`Calendar: ${title}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Calendar"
				actions={
					shown.mayBook && (
						<Actions>
							<ButtonLink href={`/sessions/new?date=${shown.date}`}>Book a session</ButtonLink>
							<ButtonLink href={`/sessions/several?date=${shown.date}`} kind="secondary">
								Book several
							</ButtonLink>
						</Actions>
					)
				}
			/>
			<Tabs label="Views of the calendar" items={views} />
			<CalendarFilters shown={shown} />
			<Steps shown={shown} />
			{shown.tooMany && <p className="govuk-body">{shown.tooMany}</p>}
			{errors.length === 0 && <Body shown={shown} />}
		</>
	);
}

function Steps({ shown }: { shown: CalendarShown }) {
	const unit = shown.view === "people" ? "week" : shown.view;
	return (
		<nav className="tt-steps" aria-label="Other times">
			<h2 className="govuk-heading-m tt-steps__title">{shown.title}</h2>
			<AppLink className="govuk-link" href={shown.previousHref}>
				Previous {unit}
			</AppLink>
			<AppLink className="govuk-link" href={shown.todayHref}>
				Today
			</AppLink>
			<AppLink className="govuk-link" href={shown.nextHref}>
				Next {unit}
			</AppLink>
		</nav>
	);
}

/** The grid where there is room and scripts run; the list everywhere else, and whenever it is wanted. */
function Body({ shown }: { shown: CalendarShown }) {
	const wide = useWide();
	const [asList, setAsList] = useState(false);
	const { days, mayMove, view, lanes, title, items } = shown;
	if (view === "people") {
		return (
			<>
				<PeopleTable title={title} lanes={lanes} days={days} />
				<Legend legend={shown.legend} items={items} />
			</>
		);
	}
	const list = <DayList days={days} mayMove={mayMove} />;
	return (
		<>
			{wide && (
				<p className="tt-no-print">
					<Button type="button" kind="secondary" small onClick={() => setAsList(!asList)}>
						{asList ? "Show as a grid" : "Show as a list"}
					</Button>
				</p>
			)}
			{wide && !asList ? (
				<Suspense fallback={list}>
					<CalendarGrid shown={shown} />
					<Legend legend={shown.legend} items={items} />
				</Suspense>
			) : (
				list
			)}
			<p className="govuk-body tt-no-print">
				<AppLink className="govuk-link" href={shown.listHref}>
					The same days in the list of sessions
				</AppLink>
			</p>
		</>
	);
}
