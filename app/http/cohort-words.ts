import type { ProgrammeChoices } from "#app/data/programmes.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import {
	type CohortMeeting,
	comesNext,
	meetingsOf,
	type SchoolSession,
} from "#app/domain/sessions/cohort.ts";
import {
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";

/** What one year group of a school had, and what it could have next. */
export interface CohortWords {
	yearGroup: YearGroup;
	/** "Year 9". */
	label: string;
	/** Newest first. */
	had: {
		reference: string;
		programme: string;
		/** "3 February 2026, as Year 8", "booked for 4 May 2027", "14 January 2027, at Old Marsh School". */
		when: string;
	}[];
	/** How many more there are, further back. */
	more: number;
	/** Suits them, and they neither had it nor are to have it. */
	next: { id: string; name: string }[];
}

/** As many as somebody reads beside a form. */
const SHOWN = 5;

interface Asked {
	date: LocalDate;
	yearGroups: readonly YearGroup[];
	themes: readonly ProgrammeChoices[];
}

/** What the year groups of a day had at their school, each by itself; mixed groups nobody can follow. */
export function cohortWords(
	sessions: readonly SchoolSession[],
	{ date, yearGroups, themes }: Asked,
): CohortWords[] {
	const programmes = themes.flatMap((theme) => theme.programmes);
	return sortYearGroups(yearGroups)
		.filter((yearGroup) => yearGroup !== "Mixed")
		.map((yearGroup) => {
			const met = onceADay(meetingsOf(sessions, { date, yearGroups: [yearGroup] }));
			return {
				yearGroup,
				label: yearGroupLabel(yearGroup),
				had: met.slice(0, SHOWN).map(({ then, session }) => ({
					reference: session.reference,
					programme: session.programme.name,
					when: [
						`${session.delivered ? "" : "booked for "}${formatPlainDate(session.date)}`,
						...(then === yearGroup ? [] : [`as ${yearGroupLabel(then)}`]),
						...(session.formerly === null ? [] : [`at ${session.formerly}`]),
					].join(", "),
				})),
				more: Math.max(0, met.length - SHOWN),
				next: comesNext(programmes, sessions, { date, yearGroup }).map(({ id, name }) => ({
					id,
					name,
				})),
			};
		});
}

/** why: parallel classes had the same on one day, and one line says so. */
function onceADay(meetings: readonly CohortMeeting[]): CohortMeeting[] {
	const seen = new Set<string>();
	return meetings.filter(({ session: { date, programme } }) => {
		const key = `${date} ${programme.id}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
