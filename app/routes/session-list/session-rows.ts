import type { ListedSession } from "#app/data/session-list.ts";
import type { UnsentInvites } from "#app/data/unsent-invites.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatShortDate, formatTime } from "#app/domain/format-time.ts";
import type { ShownStatus } from "#app/domain/sessions/status.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";

/** A line of the table of sessions, in words. */
export interface SessionRow {
	reference: string;
	/** "Thu 14 Jan 2027", "9:00am to 10:00am". */
	date: string;
	time: string;
	programme: string;
	yearGroups: string;
	venue: string;
	district: string;
	people: string;
	status: ShownStatus;
	expected: string;
	/** What came; empty while nothing is recorded. */
	came: string;
	estimated: boolean;
	/** What is the matter with its invites; empty when nothing is. */
	invites: string;
	stuck: boolean;
}

export function sessionRow(
	session: ListedSession,
	unsent: UnsentInvites | undefined,
	zone: string,
): SessionRow {
	const { startsAt, endsAt, localDate, figures } = session;
	return {
		reference: session.reference,
		date: `${formatShortDate(localDate)} ${localDate.slice(0, 4)}`,
		time: `${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`,
		programme: session.programme,
		yearGroups: formatYearGroups(session.yearGroups),
		venue: session.venue,
		district: session.district ?? "",
		people: session.people.join(", "),
		status: session.status,
		expected: formatCount(session.expectedYoungPeople),
		came: figures ? formatCount(figures.youngPeople) : "",
		estimated: figures?.counted === "estimated",
		invites: invitesWords(unsent),
		stuck: (unsent?.stuck ?? 0) > 0,
	};
}

function invitesWords(unsent: UnsentInvites | undefined): string {
	if (!unsent) return "";
	const { stuck, waiting } = unsent;
	if (stuck > 0) return `${stuck} out of date`;
	return waiting > 0 ? `${waiting} on the way` : "";
}
