import type { ReachFigures } from "./cells.ts";

/** A delivered session as it counts in figures that are published. */
export interface CountedSession {
	sessionId: string;
	reference: string;
	localDate: string;
	themeId: string;
	theme: string;
	programmeId: string;
	programme: string;
	venueId: string;
	venue: string;
	district: string | null;
	team: string;
	/** How the headcount came about: counted, estimated. */
	counted: string | null;
	/** Young people by year group, those of which somebody came. */
	heads: Record<string, number>;
	youngPeople: number;
	adults: number;
	/** Of the close-out that counts. */
	revision: number;
}

export interface ThemeFigures extends ReachFigures {
	themeId: string;
	theme: string;
}

/** Everything that is frozen beside a line. */
export interface PublishedFigures extends ReachFigures {
	schools: number;
	/** Youth clubs, colleges and other places that are no schools. */
	otherPlaces: number;
	/** Sessions by how their headcounts came about. */
	counted: number;
	estimated: number;
	themes: ThemeFigures[];
	/** Attendances by year group, in the order of ages. */
	yearGroups: { yearGroup: string; youngPeople: number }[];
}

/** What a publication was made of: to be asked again, so names of things are their ids. */
export interface PublishedFilter {
	from: string;
	to: string;
	team: string | null;
	/** Null for all there are. */
	themes: string[] | null;
	/** The wording chosen in its page's address. */
	wording: string;
}

export interface ChangedSession {
	before: CountedSession;
	after: CountedSession;
}

/** How a list of sessions has changed since it was published; together it explains every figure. */
export interface Difference {
	changed: ChangedSession[];
	/** They count now, and did not then. */
	added: CountedSession[];
	/** They counted then, and do not now. */
	fellOut: CountedSession[];
}

/** Compares the sessions behind a figure as they counted then with those that count now. */
export function differenceBetween(
	then: readonly CountedSession[],
	now: readonly CountedSession[],
): Difference {
	const left = new Map(now.map((session) => [session.sessionId, session]));
	const changed: ChangedSession[] = [];
	const fellOut: CountedSession[] = [];
	for (const session of then) {
		const today = left.get(session.sessionId);
		left.delete(session.sessionId);
		if (!today) fellOut.push(session);
		else if (countsOf(today) !== countsOf(session)) changed.push({ before: session, after: today });
	}
	return { changed, added: [...left.values()], fellOut };
}

/** All that any published figure is made of. why not names: what is renamed counts as before. */
function countsOf(session: CountedSession): string {
	const { themeId, programmeId, venueId, counted, youngPeople, adults, heads } = session;
	const byGroup = Object.entries(heads).sort(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify([themeId, programmeId, venueId, counted, youngPeople, adults, byGroup]);
}

export function isSame({ changed, added, fellOut }: Difference): boolean {
	return changed.length + added.length + fellOut.length === 0;
}
