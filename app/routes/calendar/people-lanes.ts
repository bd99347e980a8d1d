import type { CalendarSession } from "#app/data/calendar-sessions.ts";
import type { CalendarItem } from "./calendar-items.ts";

export interface Lane {
	id: string;
	name: string;
	agency: string;
	items: CalendarItem[];
}

interface Person {
	id: string;
	name: string;
	agency: string;
}

/**
 * A lane for each person, those who have nothing too: who is free is half of what is looked for. Others
 * who deliver something, and what nobody delivers yet, follow.
 * @param items of the sessions, in their order
 */
export function peopleLanes(
	sessions: readonly CalendarSession[],
	items: readonly CalendarItem[],
	people: readonly Person[],
): Lane[] {
	const known = new Set(people.map(({ id }) => id));
	const others = new Map(
		sessions
			.flatMap((session) => session.people)
			.filter(({ id }) => !known.has(id))
			.map(({ id, name }) => [id, { id, name, agency: "" }]),
	);
	const itemsWhere = (wanted: (session: CalendarSession) => boolean) =>
		items.filter((_item, at) => {
			const session = sessions[at];
			return session !== undefined && wanted(session);
		});
	const lanes = [...people, ...others.values()].map((person) => ({
		...person,
		items: itemsWhere((session) => session.people.some(({ id }) => id === person.id)),
	}));
	const nobodys = itemsWhere((session) => session.people.length === 0);
	return nobodys.length === 0
		? lanes
		: [...lanes, { id: "nobody", name: "Nobody yet", agency: "", items: nobodys }];
}
