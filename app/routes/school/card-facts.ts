import type { SchoolSession } from "#app/data/school-page.ts";
import {
	formatDate,
	formatRelativeDays,
	formatSessionTime,
	formatTime,
} from "#app/domain/format-time.ts";
import { venueAddress } from "#app/domain/invites/session-facts.ts";
import { answerRefusal } from "#app/domain/schools/school-answer.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { momentWords } from "#app/http/history-words.ts";
import { inviteFilePath } from "#app/http/invite-file.ts";
import { answerWords } from "#app/http/invite-words.ts";
import type { AtSchool } from "./find-school.ts";

export type CardFacts = ReturnType<typeof cardFacts>;

/** One session that is to come, as the school reads it. */
export function cardFacts(session: SchoolSession, { app, base, now, zone, today }: AtSchool) {
	const { reference, startsAt, endsAt, venue, team, expectedYoungPeople } = session;
	const address = venueAddress(venue);
	const expected = `${expectedYoungPeople} expected`;
	return {
		reference,
		programme: session.programme.name,
		status: session.status,
		date: formatDate(session.localDate),
		time: `${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`,
		when: formatSessionTime(startsAt, endsAt, zone),
		relative: formatRelativeDays(session.localDate, today),
		place: [venue.name, address].filter(Boolean).join(", "),
		room: session.room,
		audience: [formatYearGroups(session.yearGroups), expected].filter(Boolean).join(", "),
		prepare: session.prepare.split("\n").filter((line) => line !== ""),
		team: { name: team.name, email: team.email, phone: team.phone },
		calendar: inviteFilePath(app.secret, session),
		address: `${base}/${reference}`,
		sequence: session.sequence,
		mayAnswer: answerRefusal(session, now) === null,
		answer: answerFacts(session, zone),
	};
}

function answerFacts({ invite }: SchoolSession, zone: string) {
	const word = answerWords[invite.answer ?? ""];
	if (!word) return null;
	const when = invite.answeredAt ? momentWords(invite.answeredAt, zone) : "";
	return { kind: invite.answer ?? "", word, when, note: invite.note };
}
