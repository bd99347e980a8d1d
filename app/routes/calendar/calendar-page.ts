import { CALENDAR_LIMIT, readCalendarSessions } from "#app/data/calendar-sessions.ts";
import { readFacilitatorChoices } from "#app/data/people.ts";
import { may } from "#app/domain/access/permissions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import {
	type CalendarPage,
	calendarDays,
	calendarStep,
	calendarViews,
	parseCalendar,
} from "#app/domain/sessions/calendar.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { toLocal } from "#app/domain/time.ts";
import { readListing } from "#app/http/read-listing.ts";
import type { Entered } from "#app/http/require-actor.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { calendarAddress, listAddress } from "./calendar-address.ts";
import { calendarDaysOf, calendarItem, hoursShown } from "./calendar-items.ts";
import { peopleLanes } from "./people-lanes.ts";

export type CalendarShown = Awaited<ReturnType<typeof readCalendarPage>>;

/** Everything that /calendar shows, or what is wrong with its address. */
export async function readCalendarPage(entered: Entered, url: URL) {
	const { app, now, zone, today, actor } = entered;
	const { client } = app.database;
	const asked = parseCalendar(
		{ view: url.searchParams.get("view"), date: url.searchParams.get("date") },
		today,
	);
	const page: CalendarPage = asked.ok ? asked : { view: "week", date: today };
	const days = calendarDays(page);
	const listing = await readListing(client, withDays(url, days));
	const errors: FieldErrors = [
		...(asked.ok ? [] : asked.errors),
		...(listing.ok ? [] : listing.errors),
	];
	const chosen: ChosenFilter | null = listing.ok && errors.length === 0 ? listing.chosen : null;
	const found = chosen && (await readCalendarSessions(client, { chosen, now }));
	const themes = listing.choices.theme;
	const showing = {
		zone,
		mayMove: may(actor.role, "sessions.change"),
		themes: themes.map(({ id }) => id),
	};
	const items = (found?.sessions ?? []).map((session) => calendarItem(session, showing));
	const { venue: _venue, ...choices } = listing.choices;
	const filter = chosen?.filter ?? {};
	const local = toLocal(now, zone);
	const isPeople = page.view === "people" && found !== null;
	return {
		...page,
		...linksOf(page, filter, today),
		title: days.title,
		errors,
		given: given(url, chosen),
		choices,
		listHref: listAddress(days, filter),
		mayBook: may(actor.role, "sessions.book"),
		mayMove: showing.mayMove,
		items,
		days: calendarDaysOf(items, { ...days, today }),
		lanes: isPeople
			? peopleLanes(found.sessions, items, await readPeople(entered, page, chosen))
			: [],
		hours: hoursShown(items),
		/** The wall clock now, "2027-01-14T09:05:00". */
		nowLocal: `${local.date}T${local.time}:00`,
		legend: themes
			.map(({ id, name }, tone) => ({ id, name, tone: tone % 6 }))
			.filter(({ name }) => items.some(({ theme }) => theme === name)),
		tooMany:
			found && !found.complete
				? `Only the first ${formatCount(CALENDAR_LIMIT)} sessions are shown: choose a filter, or a shorter time`
				: null,
	};
}

/** The address as /sessions would have it: its days instead of view and date. */
function withDays(url: URL, { first, last }: { first: string; last: string }): URL {
	const asked = new URL(url);
	for (const name of ["view", "date", "from", "to"]) asked.searchParams.delete(name);
	asked.searchParams.set("from", first);
	asked.searchParams.set("to", last);
	return asked;
}

/** What the filters' form shows: as chosen where that is known, else as it came. */
function given(url: URL, chosen: ChosenFilter | null): Record<string, string> {
	if (!chosen) return Object.fromEntries(url.searchParams);
	return Object.fromEntries(
		Object.entries(chosen.filter).filter(
			(entry): entry is [string, string] => typeof entry[1] === "string",
		),
	);
}

const viewNames = { day: "Day", week: "Week", month: "Month", people: "By facilitator" };

function linksOf(page: CalendarPage, filter: SessionFilter, today: string) {
	return {
		views: calendarViews.map((view) => ({
			href: calendarAddress({ view, date: page.date }, filter),
			text: viewNames[view],
			current: view === page.view,
		})),
		previousHref: calendarAddress(calendarStep(page, -1), filter),
		nextHref: calendarAddress(calendarStep(page, 1), filter),
		todayHref: calendarAddress({ view: page.view, date: today }, filter),
		clearHref: calendarAddress(page, {}),
	};
}

/** Whose days are shown: of the team or the person that is asked for, else everybody's. */
async function readPeople({ app }: Entered, { date }: CalendarPage, chosen: ChosenFilter | null) {
	const teamId = chosen?.chosen.team?.id ?? null;
	const person = chosen?.chosen.person?.id;
	const choices = await readFacilitatorChoices(app.database.client, {
		programmeId: "",
		date,
		interval: null,
		teamId,
	});
	return choices
		.filter(({ id, inTeam }) => (person ? id === person : teamId === null || inTeam))
		.map(({ id, name, agency }) => ({ id, name, agency: agency.name }));
}
