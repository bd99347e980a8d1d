import { formatCount, listOf } from "#app/domain/format-number.ts";
import { formatClock, formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import type { PersonTime } from "#app/domain/people/people-time.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import type { VenueTime } from "#app/domain/school-time/venue-time.ts";
import {
	daysBetween,
	type Interval,
	isWeekend,
	type LocalDate,
	localDateOf,
	toLocal,
} from "#app/domain/time.ts";
import type { TravelSettings } from "#app/domain/travel/travel.ts";
import { type SchoolSession, sameCohort } from "./cohort.ts";
import { peopleChecks } from "./people-warnings.ts";
import { lessonHoursOf, schoolChecks } from "./school-warnings.ts";
import { type YearGroup, yearGroupsInSentence } from "./year-groups.ts";

/** In the order in which a coordinator reads them: who first, then what, then when. */
export const warningCodes = [
	"too_few_facilitators",
	"unqualified",
	"agency_missing",
	"vetting_expired",
	"on_leave",
	"outside_working_pattern",
	"over_daily_limit",
	"over_weekly_limit",
	"travel_tight",
	"too_large_group",
	"year_group_unusual",
	"same_cohort",
	"in_the_past",
	"short_notice",
	"outside_school_hours",
	"outside_lesson_times",
	"bank_holiday",
	"school_holidays",
	"inset_day",
	"exam_week",
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** What another time, other people, or another audience can cause: what each verb looks at. */
export const warningsAbout = {
	time: [
		"unqualified",
		"vetting_expired",
		"on_leave",
		"outside_working_pattern",
		"over_daily_limit",
		"over_weekly_limit",
		"travel_tight",
		"in_the_past",
		"short_notice",
		"outside_school_hours",
		"outside_lesson_times",
		"bank_holiday",
		"school_holidays",
		"inset_day",
		"exam_week",
	],
	people: [
		"too_few_facilitators",
		"unqualified",
		"agency_missing",
		"vetting_expired",
		"on_leave",
		"outside_working_pattern",
		"over_daily_limit",
		"over_weekly_limit",
		"travel_tight",
	],
	audience: [
		"too_few_facilitators",
		"unqualified",
		"agency_missing",
		"too_large_group",
		"year_group_unusual",
		"same_cohort",
		"exam_week",
	],
} as const satisfies Record<string, readonly WarningCode[]>;

/**
 * Something the coordinator reads and may go ahead with, giving a reason. One for each code, so that
 * one reason answers it.
 */
export interface Warning<Code extends string = string> {
	code: Code;
	message: string;
}

export interface WarningFacts {
	programme: {
		id: string;
		theme: { id: string; name: string };
		title: string;
		/** Null where any size will do. */
		largestGroup: number | null;
		facilitatorsNeeded: number;
		/** Agencies of which at least one facilitator must be present. */
		agenciesNeeded: readonly { id: string; name: string }[];
		/** Empty where it suits every year group. */
		yearGroups: readonly YearGroup[];
	};
	facilitators: readonly {
		name: string;
		agencyId: string | null;
		onProgramme: boolean;
		/** The last local date on which they may deliver it; null for no end. */
		qualifiedUntil: LocalDate | null;
		/** Null where their time is not looked at. */
		time: PersonTime | null;
	}[];
	/** Null while none is chosen. */
	venue: VenueTime | null;
	travel: TravelSettings;
	yearGroups: readonly YearGroup[];
	/** What else was or is booked at the school. */
	schoolSessions: readonly SchoolSession[];
	expectedYoungPeople: number;
	interval: Interval;
	zone: string;
	now: Date;
}

const DAY_STARTS = "08:00";
const DAY_ENDS = "17:00";
const NOTICE_DAYS = 7;

const checks: Record<WarningCode, (facts: WarningFacts) => string | null> = {
	too_few_facilitators: ({ programme, facilitators }) => {
		const missing = programme.facilitatorsNeeded - facilitators.length;
		if (missing <= 0) return null;
		return `${programme.title} needs ${people(programme.facilitatorsNeeded)}: ${missing} more to choose`;
	},
	unqualified,
	agency_missing: ({ programme, facilitators }) => {
		const present = new Set(facilitators.map(({ agencyId }) => agencyId));
		const absent = programme.agenciesNeeded.filter(({ id }) => !present.has(id));
		if (absent.length === 0) return null;
		return `${programme.title} needs someone from ${listOf(absent.map(({ name }) => name))}`;
	},
	too_large_group: ({ programme, expectedYoungPeople: expected }) => {
		const { largestGroup, title } = programme;
		if (largestGroup === null || expected <= largestGroup) return null;
		return `${formatCount(expected)} young people are expected and ${title} is for up to ${formatCount(largestGroup)}`;
	},
	year_group_unusual: ({ programme, yearGroups }) => {
		// why: a mixed or ungraded group cannot be compared, and a warning that is always there is not read.
		const unusual = yearGroups.filter(
			(code) => code !== "Mixed" && !programme.yearGroups.includes(code),
		);
		if (programme.yearGroups.length === 0 || unusual.length === 0) return null;
		return `${programme.title} is for ${yearGroupsInSentence(programme.yearGroups)}, not ${yearGroupsInSentence(unusual)}`;
	},
	same_cohort: ({ schoolSessions, yearGroups, programme, interval, zone, now }) =>
		sameCohort(schoolSessions, {
			programme,
			yearGroups,
			date: localDateOf(interval.start, zone),
			today: localDateOf(now, zone),
		}),
	in_the_past: ({ interval, zone, now }) => {
		if (interval.start.getTime() > now.getTime()) return null;
		const { date, time } = toLocal(interval.start, zone);
		return `The start, ${formatDate(date)} at ${formatClock(time)}, is in the past`;
	},
	short_notice: ({ interval, zone, now }) => {
		if (interval.start.getTime() <= now.getTime()) return null;
		const days = daysBetween(localDateOf(now, zone), localDateOf(interval.start, zone));
		if (days >= NOTICE_DAYS) return null;
		const left = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
		return `The session is ${left}: schools usually need at least ${NOTICE_DAYS} days' notice`;
	},
	outside_school_hours: ({ venue, interval, zone }) => {
		// why: the school's own hours, where they are known, have a warning of their own.
		if (lessonHoursOf({ venue, interval, zone })) return null;
		const start = toLocal(interval.start, zone);
		const end = toLocal(interval.end, zone);
		if (isWeekend(start.date)) return `${formatDate(start.date)} is at the weekend`;
		const inHours = start.time >= DAY_STARTS && end.date === start.date && end.time <= DAY_ENDS;
		if (inHours) return null;
		return `The session is outside school hours, ${formatClock(DAY_STARTS)} to ${formatClock(DAY_ENDS)}`;
	},
	...peopleChecks,
	...schoolChecks,
};

function unqualified({ programme, facilitators, interval, zone }: WarningFacts): string | null {
	const date = localDateOf(interval.start, zone);
	const never = facilitators.filter(({ onProgramme }) => !onProgramme);
	const expired = facilitators.filter(
		({ onProgramme, qualifiedUntil: until }) =>
			onProgramme && qualificationOn({ until }, date) === "expired",
	);
	const sentences = expired.map(
		({ name, qualifiedUntil }) =>
			`${name}'s qualification for ${programme.title} ends on ${formatPlainDate(qualifiedUntil ?? date)}`,
	);
	if (never.length > 0) {
		const are = never.length === 1 ? "is" : "are";
		const names = listOf(never.map(({ name }) => name));
		sentences.unshift(`${names} ${are} not qualified for ${programme.title}`);
	}
	return sentences.length === 0 ? null : sentences.join(". ");
}

function people(count: number): string {
	return count === 1 ? "1 facilitator" : `${count} facilitators`;
}

/** What a coordinator should know before going ahead; empty when nothing is unusual. */
export function findWarnings(facts: WarningFacts): Warning<WarningCode>[] {
	return warningCodes.flatMap((code) => {
		const message = checks[code](facts);
		return message === null ? [] : [{ code, message }];
	});
}

/** The warnings that no override answers: while there are any, nothing is saved. */
export function unresolvedWarnings<Found extends { code: string }>(
	warnings: readonly Found[],
	overrides: readonly { code: string; reason: string }[],
): Found[] {
	const answered = new Set(
		overrides.filter(({ reason }) => reason.trim() !== "").map(({ code }) => code),
	);
	return warnings.filter(({ code }) => !answered.has(code));
}
