import type { SessionRecord } from "#app/data/sessions.ts";
import { type Actor, may, mayCorrect } from "#app/domain/access/permissions.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { closeOutRefusal } from "#app/domain/sessions/close-out.ts";
import { canCorrect } from "#app/domain/sessions/status.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";

/** What the pages about a close-out say above the form. */
export interface CloseOutHead {
	reference: string;
	/** "Knife crime at Saltmarsh Academy". */
	title: string;
	when: string;
	/** "Year 8, 30 expected". */
	booked: string;
}

export function closeOutHead(session: SessionRecord, zone: string): CloseOutHead {
	const { reference, programme, venue, startsAt, endsAt, expectedYoungPeople } = session;
	const expected = `${expectedYoungPeople} expected`;
	return {
		reference,
		title: `${programme.name} at ${venue.name}`,
		when: formatSessionTime(startsAt, endsAt, zone),
		booked: [formatYearGroups(session.yearGroups), expected].filter(Boolean).join(", "),
	};
}

/** Why there is nothing to fill in, and what to do instead. */
export interface Blocked {
	title: string;
	link?: { href: string; text: string };
}

interface Reader {
	actor: Actor;
	now: Date;
	zone: string;
}

/** Why a session cannot be closed out now, in words, or null. */
export function closeOutBlocked(session: SessionRecord, reader: Reader): Blocked | null {
	const refusal = closeOutRefusal(session, "delivered", reader.now);
	if (refusal === null) return null;
	const at = `/sessions/${session.reference}`;
	if (refusal === "not_started") {
		const time = formatSessionTime(session.startsAt, session.endsAt, reader.zone);
		return {
			title: `This session is still to come: ${time}. Record what happened once it has begun.`,
		};
	}
	switch (session.status) {
		case "provisional":
			return {
				title: "This session is provisional. Confirm it first, then record what happened.",
				...(may(reader.actor.role, "sessions.change") && {
					link: { href: `${at}/confirm`, text: "Confirm this session" },
				}),
			};
		case "cancelled":
			return { title: "This session was cancelled: there is nothing to record." };
		default:
			return {
				title: `What happened is already recorded${recordedBy(session)}.`,
				...(mayCorrect(reader.actor, correctable(session)) && {
					link: { href: `${at}/correct`, text: "Correct the record" },
				}),
			};
	}
}

/** What decides who may correct a record. */
export function correctable({ assignments, closeOut }: SessionRecord) {
	const facilitatorIds = assignments.map(({ personId }) => personId);
	return { facilitatorIds, bySchool: closeOut?.bySchool === true };
}

function recordedBy({ closeOut }: SessionRecord): string {
	return closeOut ? ` by ${closeOut.recordedByName}` : "";
}

/** Why there is no record to correct, or null. */
export function correctionBlocked(session: SessionRecord): Blocked | null {
	if (canCorrect(session.status, "delivered")) return null;
	const at = `/sessions/${session.reference}`;
	return session.status === "confirmed"
		? {
				title: "Nothing is recorded of this session yet.",
				link: { href: `${at}/close-out`, text: "Record what happened" },
			}
		: { title: "Nothing is recorded of this session, so there is nothing to correct." };
}
