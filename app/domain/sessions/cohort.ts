import { formatPlainDate } from "#app/domain/format-time.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import type { LocalDate } from "#app/domain/time.ts";
import {
	cohortOf,
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
	yearGroupOfCohort,
} from "./year-groups.ts";

interface Named {
	id: string;
	name: string;
}

/** A session that was or is to be at a school or at one that it followed on from. */
export interface SchoolSession {
	reference: string;
	date: LocalDate;
	/** Those who came, when that is recorded; else those booked. */
	yearGroups: readonly YearGroup[];
	programme: Named;
	theme: Named;
	delivered: boolean;
	/** The school's name then, where it was not yet this school. */
	formerly: string | null;
}

/** What one cohort had or is to have on another day. */
export interface CohortMeeting {
	/** What the cohort is on the day that is asked about. */
	yearGroup: YearGroup;
	/** What it was, or will be, at that session. */
	then: YearGroup;
	session: SchoolSession;
}

interface Asked {
	date: LocalDate;
	yearGroups: readonly YearGroup[];
}

/**
 * What the cohorts of a day had or are to have on other days, across academic years: Year 10 now was
 * Year 9 a year ago. Youngest first, newest first. why other days: parallel classes have the same on
 * one day, and none of them has it twice.
 */
export function meetingsOf(
	sessions: readonly SchoolSession[],
	{ date, yearGroups }: Asked,
): CohortMeeting[] {
	const newestFirst = [...sessions]
		.filter((session) => session.date !== date)
		.sort((a, b) =>
			a.date === b.date ? (a.reference < b.reference ? -1 : 1) : a.date < b.date ? 1 : -1,
		);
	return sortYearGroups(yearGroups).flatMap((yearGroup) => {
		const cohort = cohortOf(yearGroup, academicYearOf(date));
		if (cohort === null) return [];
		return newestFirst.flatMap((session) => {
			const then = yearGroupOfCohort(cohort, academicYearOf(session.date));
			return then !== null && session.yearGroups.includes(then)
				? [{ yearGroup, then, session }]
				: [];
		});
	});
}

interface Wanted extends Asked {
	programme: { id: string; theme: Named };
	today: LocalDate;
}

/**
 * Who of those asked for had the programme, or another on its theme, in one sentence for each year
 * group: "Year 9 here had Knife crime on 3 February 2026; they are Year 10 now". Null for nobody.
 */
export function sameCohort(sessions: readonly SchoolSession[], wanted: Wanted): string | null {
	const met = meetingsOf(sessions, wanted).filter(
		({ session }) => session.theme.id === wanted.programme.theme.id,
	);
	const sentences = sortYearGroups(wanted.yearGroups).flatMap((yearGroup) => {
		const own = met.filter((meeting) => meeting.yearGroup === yearGroup);
		const same = own.find(({ session }) => session.programme.id === wanted.programme.id);
		const meeting = same ?? own[0];
		return meeting ? [sentenceOf(meeting, wanted)] : [];
	});
	return sentences.length === 0 ? null : sentences.join(". ");
}

function sentenceOf({ yearGroup, then, session }: CohortMeeting, wanted: Wanted): string {
	const { programme, theme, delivered, formerly, date } = session;
	const who = `${yearGroupLabel(then)} ${formerly === null ? "here" : `at ${formerly}`}`;
	const what =
		programme.id === wanted.programme.id || programme.name === theme.name
			? programme.name
			: `${programme.name}, also on ${theme.name.toLowerCase()},`;
	const day = formatPlainDate(date);
	const had = delivered
		? `${who} had ${what} on ${day}`
		: `${who} ${date < wanted.today ? "had" : "have"} ${what} booked for ${day}`;
	if (then === yearGroup) return had;
	return `${had}; they ${isWhen(wanted)}`.replace("%", yearGroupLabel(yearGroup));
}

function isWhen({ date, today }: Wanted): string {
	const years = academicYearOf(date) - academicYearOf(today);
	if (years === 0) return "are % now";
	return years > 0 ? "will be % by then" : "were % by then";
}

/** A programme as what comes next is chosen from. */
export interface Offered extends Named {
	/** Empty where it suits every year group. */
	yearGroups: readonly YearGroup[];
}

/** Programmes that suit a year group and that its cohort neither had nor is to have. */
export function comesNext<Programme extends Offered>(
	programmes: readonly Programme[],
	sessions: readonly SchoolSession[],
	{ date, yearGroup }: { date: LocalDate; yearGroup: YearGroup },
): Programme[] {
	// why the day itself too: what is booked for that day does not come next.
	const today = sessions.filter((one) => one.date === date && one.yearGroups.includes(yearGroup));
	const met = meetingsOf(sessions, { date, yearGroups: [yearGroup] });
	const had = new Set(
		[...today, ...met.map(({ session }) => session)].map((one) => one.programme.id),
	);
	return programmes.filter(
		({ id, yearGroups }) =>
			!had.has(id) && (yearGroups.length === 0 || yearGroups.includes(yearGroup)),
	);
}
