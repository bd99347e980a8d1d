import type { SessionRecord } from "#app/data/sessions.ts";
import { type Actor, maySeeNotes } from "#app/domain/access/permissions.ts";
import { formatRelativeDays, formatSessionTime } from "#app/domain/format-time.ts";
import { venueAddress } from "#app/domain/invites/session-facts.ts";
import { type NotDeliveredReason, notDeliveredLabels } from "#app/domain/sessions/close-out.ts";
import { type FollowUpKind, followUpLabels } from "#app/domain/sessions/follow-ups.ts";
import { warningLabel } from "#app/domain/sessions/warning-labels.ts";
import {
	formatYearGroups,
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";
import { localDateOf } from "#app/domain/time.ts";
import { momentWords } from "#app/http/history-words.ts";

interface Reader {
	actor: Actor;
	now: Date;
	zone: string;
}

export type OverviewFacts = ReturnType<typeof overviewFacts>;

/** All that the first page about a session shows, in words; what the reader may not see is not in it. */
export function overviewFacts(session: SessionRecord, { actor, now, zone }: Reader) {
	const { venue, programme, team, closeOut } = session;
	const facilitatorIds = session.assignments.map(({ personId }) => personId);
	const privately = maySeeNotes(actor, { facilitatorIds });
	return {
		reference: session.reference,
		when: formatSessionTime(session.startsAt, session.endsAt, zone),
		relative: formatRelativeDays(session.localDate, localDateOf(now, zone)),
		room: session.room,
		venue: {
			id: venue.id,
			name: venue.name,
			address: venueAddress(venue),
			district: venue.district?.name ?? null,
			parking: venue.parking,
			reception: venue.reception,
		},
		programme: programme.name,
		theme: programme.theme.name,
		team: team.name,
		yearGroups: formatYearGroups(session.yearGroups),
		expected: session.expectedYoungPeople,
		prepare: session.prepare.split("\n").filter((line) => line !== ""),
		notes: privately ? session.notes : null,
		sensitivities: privately ? venue.sensitivities : null,
		facilitators: session.assignments.map(({ person, lead }) => ({
			name: person.name,
			agency: person.agency.name,
			lead,
		})),
		contacts: liveContacts(session).map(({ name, contact }) => ({
			name,
			role: contact?.role ?? "",
		})),
		ended: endWords(session),
		closeOut: closeOut && closeOutFacts(closeOut, zone),
		overrides: session.overrides.map(({ code, reason }) => ({
			code,
			message: warningLabel(code),
			reason,
		})),
	};
}

/** Contacts who hold the session's invite now. */
export function liveContacts(session: SessionRecord): SessionRecord["invites"] {
	return session.invites.filter(
		({ kind, withdrawnAt }) => kind === "contact" && withdrawnAt === null,
	);
}

/** Why a session does not take place, or null. */
function endWords({ status, endReason, cancelledBy }: SessionRecord) {
	if (status === "cancelled") {
		const by = cancelledBy === "school" ? "Cancelled by the school" : "Cancelled by us";
		return { title: by, reason: endReason ?? "" };
	}
	if (status !== "not_delivered") return null;
	const reason = notDeliveredLabels[endReason as NotDeliveredReason] ?? endReason ?? "";
	return { title: "Not delivered", reason };
}

function closeOutFacts(closeOut: NonNullable<SessionRecord["closeOut"]>, zone: string) {
	const counts = new Map(
		closeOut.headcounts.map(({ yearGroup, youngPeople }) => [yearGroup as YearGroup, youngPeople]),
	);
	return {
		delivered: closeOut.outcome === "delivered",
		estimated: closeOut.counted === "estimated",
		youngPeople: closeOut.youngPeople,
		adults: closeOut.adults,
		byYearGroup: sortYearGroups(counts.keys()).map((code) => ({
			label: yearGroupLabel(code),
			youngPeople: counts.get(code) ?? 0,
		})),
		followUps: closeOut.followUps.map(({ kind, count }) => ({
			label: followUpLabels[kind as FollowUpKind] ?? kind,
			count,
		})),
		note: closeOut.note,
		revision: closeOut.revision,
		correctionReason: closeOut.correctionReason,
		recorded: `${closeOut.recordedByName}, ${momentWords(closeOut.recordedAt, zone)}`,
	};
}
