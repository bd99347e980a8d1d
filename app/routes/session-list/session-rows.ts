import type { ListedSession } from "#app/data/listed-sessions.ts";
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
	/** It came in from a file, with figures that nobody closed out here. */
	imported: boolean;
	/** "2 out of date"; empty when every recipient's calendar is right. */
	invites: string;
}

export function sessionRow(
	session: ListedSession,
	untrueInvites: number,
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
		imported: session.imported,
		estimated: figures?.counted === "estimated",
		invites: untrueInvites === 0 ? "" : `${untrueInvites} out of date`,
	};
}
