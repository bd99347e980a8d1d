import { AppLink } from "#app/ui/app-link.tsx";
import type { CalendarItem } from "./calendar-items.ts";

/** What is said of a session's state where it is not simply to take place. */
export function stateWord({ status, statusWord }: CalendarItem): string {
	return status === "confirmed" ? "" : statusWord;
}

/** A session as a coloured block: colour for the theme, pattern and word for its state. */
export function CalendarEntry({ item, people = false }: { item: CalendarItem; people?: boolean }) {
	const { href, time, programme, venue, tone, status } = item;
	const state = stateWord(item);
	return (
		<div className={`tt-entry tt-entry--tone-${tone} tt-entry--${status}`}>
			<span className="tt-entry__time">{time}</span>{" "}
			<AppLink className="govuk-link tt-entry__link" href={href}>
				{programme}
			</AppLink>{" "}
			<span className="tt-entry__place">{venue}</span>
			{people && item.people && <span className="tt-entry__place">{item.people}</span>}
			{state && <span className="tt-entry__state">{state}</span>}
		</div>
	);
}
