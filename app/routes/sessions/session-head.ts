import type { SessionRecord } from "#app/data/sessions.ts";
import { type Actor, may, mayCloseOut, mayCorrect } from "#app/domain/access/permissions.ts";
import { totalsRefusal } from "#app/domain/evaluation/totals-allowed.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { isAwaitingCloseOut, type SessionStatus } from "#app/domain/sessions/status.ts";
import type { SessionStatusShown } from "#app/ui/status-tag.tsx";
import { likeThis } from "./book-again.ts";
import { bookingAddress } from "./booking-address.ts";

export interface SessionAction {
	href: string;
	text: string;
}

/** What stands above every page about one session. */
export interface SessionHead {
	reference: string;
	/** "Knife crime at Saltmarsh Academy". */
	title: string;
	/** "Thursday 14 January 2027, 9:00am to 10:00am, Hall". */
	when: string;
	status: SessionStatusShown;
	/** It came in from a file. */
	imported: boolean;
	/** What the reader may do now, the likeliest first. */
	actions: SessionAction[];
	/** How many deliver it and are asked to it. */
	people: number;
	mayReadInvites: boolean;
	/** It has begun and was not called off: what it changed can be entered. */
	hasAnswers: boolean;
}

interface Reader {
	actor: Actor;
	now: Date;
	zone: string;
}

export function sessionHead(session: SessionRecord, { actor, now, zone }: Reader): SessionHead {
	const { reference, startsAt, endsAt, room, programme, venue } = session;
	const when = [formatSessionTime(startsAt, endsAt, zone), room].filter(Boolean).join(", ");
	const contacts = session.invites.filter(
		({ kind, withdrawnAt }) => kind === "contact" && withdrawnAt === null,
	);
	return {
		reference,
		title: `${programme.name} at ${venue.name}`,
		when,
		status: isAwaitingCloseOut(session, now) ? "awaiting_close_out" : session.status,
		imported: session.importId !== null,
		actions: actionsFor(session, actor, now),
		people: session.assignments.length + contacts.length,
		mayReadInvites: may(actor.role, "contacts.view"),
		hasAnswers: totalsRefusal(session, now) === null,
	};
}

const isOpen = (status: SessionStatus) => status === "provisional" || status === "confirmed";
const isClosedOut = (status: SessionStatus) => status === "delivered" || status === "not_delivered";

function actionsFor(session: SessionRecord, actor: Actor, now: Date): SessionAction[] {
	const { status, startsAt, assignments } = session;
	const changes = may(actor.role, "sessions.change") && isOpen(status);
	const facilitatorIds = assignments.map(({ personId }) => personId);
	const closes =
		status === "confirmed" && startsAt <= now && mayCloseOut(actor, { facilitatorIds });
	const to = (verb: string) => `/sessions/${session.reference}/${verb}`;
	const actions: (SessionAction | false)[] = [
		closes && { href: to("close-out"), text: "Close out" },
		changes && status === "provisional" && { href: to("confirm"), text: "Confirm" },
		changes && { href: to("move"), text: "Move" },
		changes && { href: to("people/edit"), text: "Change people" },
		changes && { href: to("edit"), text: "Edit details" },
		changes && { href: to("cancel"), text: "Cancel session" },
		isClosedOut(status) &&
			mayCorrect(actor, { facilitatorIds, bySchool: session.closeOut?.bySchool === true }) && {
				href: to("correct"),
				text: "Correct the record",
			},
		may(actor.role, "sessions.book") && {
			href: bookingAddress(likeThis(session)),
			text: "Book another like this",
		},
	];
	return actions.filter((action) => action !== false);
}
