import FullCalendar, { type EventDropInfo, type EventInput } from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import britain from "@fullcalendar/react/locales/en-gb";
import classicTheme from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import { useNavigate } from "react-router";
import { stateWord } from "./calendar-entry.tsx";
import type { CalendarItem } from "./calendar-items.ts";
import type { CalendarShown } from "./calendar-page.ts";

const plugins = [classicTheme, dayGridPlugin, timeGridPlugin, interactionPlugin];
const views = { day: "timeGridDay", week: "timeGridWeek", month: "dayGridMonth", people: "" };

/**
 * Day, week and month as grids. Times are given and read as wall times under the name of UTC, so that
 * a browser in another zone shows what the school's clock shows. A session that is dropped elsewhere
 * goes back, and the page that moves it opens with the new time: one way of moving, one set of checks.
 */
export default function CalendarGrid({ shown }: { shown: CalendarShown }) {
	const navigate = useNavigate();
	const { view, date, items, hours, nowLocal, days } = shown;
	const weekends = view !== "week" || days.slice(5).some((day) => day.items.length > 0);
	const dropped = ({ event, revert }: EventDropInfo) => {
		const [day = "", time = ""] = event.startStr.split("T");
		const start = time.slice(0, 5);
		revert();
		const query = new URLSearchParams({ date: day, ...(start && { start }) });
		navigate(`/sessions/${event.id}/move?${query}`);
	};
	return (
		<div className="tt-grid">
			<FullCalendar
				key={`${view} ${date}`}
				plugins={plugins}
				locale={britain}
				timeZone="UTC"
				now={nowLocal}
				initialView={views[view]}
				initialDate={date}
				firstDay={1}
				weekends={weekends}
				headerToolbar={false}
				height="auto"
				allDaySlot={false}
				nowIndicator
				slotMinTime={hours.from}
				slotMaxTime={hours.to}
				slotDuration="00:30:00"
				snapDuration="00:05:00"
				slotEventOverlap={false}
				slotMinHeight={40}
				fixedWeekCount={false}
				dayMaxEvents={4}
				// why: any narrower, and a session is hard to hit.
				eventMaxStack={4}
				eventDisplay="block"
				eventMinHeight={44}
				eventColor="var(--tt-ground)"
				eventContrastColor="var(--tt-ink)"
				dayHeaderFormat={
					view === "month"
						? { weekday: "long" }
						: { weekday: "short", day: "numeric", month: "short" }
				}
				slotHeaderFormat={{ hour: "numeric", minute: "2-digit", hour12: true }}
				events={items.map(asEvent)}
				eventContent={({ event }) => (
					<Content item={event.extendedProps.item as CalendarItem} people={view !== "month"} />
				)}
				eventDurationEditable={false}
				eventDrop={dropped}
				eventClick={({ event, jsEvent }) => {
					if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey) return;
					jsEvent.preventDefault();
					navigate(event.url);
				}}
			/>
		</div>
	);
}

function asEvent(item: CalendarItem): EventInput {
	const { reference, href, start, end, tone, status, programme, venue, moveHref } = item;
	return {
		id: reference,
		title: `${programme} at ${venue}`,
		url: href,
		start: `${start}:00`,
		end: `${end}:00`,
		startEditable: moveHref !== null,
		className: `tt-entry tt-entry--tone-${tone} tt-entry--${status}`,
		extendedProps: { item },
	};
}

function Content({ item, people }: { item: CalendarItem; people: boolean }) {
	const state = stateWord(item);
	// why the start only: the end is where the entry ends, and on a month there is no room for it.
	const [starts] = item.time.split(" to ");
	return (
		<span className="tt-entry__content">
			{state && <span className="tt-entry__state">{state}</span>}
			<span className="tt-entry__time">{starts}</span>{" "}
			<span className="tt-entry__link">{item.programme}</span>{" "}
			<span className="tt-entry__place">{item.venue}</span>
			{people && item.people && <span className="tt-entry__place">{item.people}</span>}
		</span>
	);
}
