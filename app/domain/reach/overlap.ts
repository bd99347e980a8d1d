export interface Overlap {
	sessions: number;
	youngPeople: number;
}

/** What the parts of a split count more than once, because they share sessions. */
export function overlapOf(parts: readonly Overlap[], total: Overlap): Overlap {
	const sum = (of: (part: Overlap) => number) => parts.reduce((all, part) => all + of(part), 0);
	return {
		sessions: sum(({ sessions }) => sessions) - total.sessions,
		youngPeople: sum(({ youngPeople }) => youngPeople) - total.youngPeople,
	};
}
