import type { Reader } from "#app/data/database.ts";
import { readTells } from "#app/data/invites.ts";
import {
	type MessageHeading,
	readOutbox,
	readUntrueInvites,
	type UntrueInvite,
} from "#app/data/outbox-pages.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { inviteTruth } from "#app/domain/invites/invite-truth.ts";
import {
	adviceFor,
	inviteStateWords,
	messageKind,
	messageStatusWords,
	whenWords,
} from "#app/http/invite-words.ts";
import { type MessageRow, PAGE_SIZE, type Show, shows, type UntrueRow } from "./outbox-parts.ts";

export interface Listed {
	now: Date;
	zone: string;
}

export function messageRow(message: MessageHeading, { now, zone }: Listed): MessageRow {
	const { id, toName, toAddress, subject, why, reference, status, answer } = message;
	return {
		id,
		to: toName || toAddress,
		address: toName ? toAddress : "",
		subject,
		kind: messageKind(why),
		reference,
		tag: messageStatusWords[status],
		when: whenWords(message, now, zone),
		answer: status === "sent" ? null : answer,
		advice: status === "failed" ? adviceFor(message) : null,
	};
}

export async function readMessages(
	reader: Reader,
	query: { show: Show; search: string; page: number; accounts: boolean },
	listed: Listed,
) {
	const { show, ...rest } = query;
	const { statuses } = shows[show];
	const found = await readOutbox(reader, { ...rest, statuses, pageSize: PAGE_SIZE });
	return { total: found.total, rows: found.messages.map((one) => messageRow(one, listed)) };
}

export async function readUntrueRows(reader: Reader, { now, zone }: Listed): Promise<UntrueRow[]> {
	const untrue = await readUntrueInvites(reader, now);
	return untrue.map((one) => untrueRow(one, zone));
}

function untrueRow({ invite, session }: UntrueInvite, zone: string): UntrueRow {
	const { state, lastSent, newest } = inviteTruth(session, invite);
	const { status, startsAt, endsAt, room } = session;
	return {
		inviteId: invite.id,
		to: invite.name || invite.address,
		address: invite.name ? invite.address : "",
		session: session.title,
		reference: session.reference,
		when:
			status === "cancelled"
				? "Cancelled"
				: entryWords({ startsAt, endsAt, room, provisional: status === "provisional" }, zone),
		tag: inviteStateWords[state],
		holds: holdsWords(lastSent, zone),
		messageId: newest?.id ?? null,
		mayResend: state !== "on_its_way",
	};
}

interface Entry {
	startsAt: Date;
	endsAt: Date;
	room: string | null;
	provisional: boolean;
}

/** A calendar's entry in a line, so that two can be compared. */
function entryWords({ startsAt, endsAt, room, provisional }: Entry, zone: string): string {
	return [formatSessionTime(startsAt, endsAt, zone), room, provisional && "provisional"]
		.filter(Boolean)
		.join(", ");
}

/** What a calendar shows after the last message that reached it. */
export function holdsWords(
	lastSent: { method: "REQUEST" | "CANCEL"; tells: string | null } | null,
	zone: string,
): string | null {
	if (!lastSent) return "Nothing: no message has left yet";
	if (lastSent.method === "CANCEL") return "Nothing: they were told that it is off";
	const tells = readTells(lastSent.tells);
	return tells && entryWords({ ...tells, provisional: tells.status === "TENTATIVE" }, zone);
}
