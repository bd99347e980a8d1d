import { readSessionInvites, type SessionInvite } from "#app/data/outbox-pages.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { may } from "#app/domain/access/permissions.ts";
import { inviteTruth, isComing } from "#app/domain/invites/invite-truth.ts";
import { momentWords } from "#app/http/history-words.ts";
import {
	adviceFor,
	answerWords,
	inviteStateWords,
	messageKind,
	type TagWords,
	whenWords,
} from "#app/http/invite-words.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { holdsWords } from "#app/routes/outbox/outbox-facts.ts";

/** One recipient of a session, as its invites page shows them. */
export interface InviteRow {
	inviteId: string;
	name: string;
	address: string;
	about: string;
	coming: boolean;
	tag: TagWords;
	/** What their calendar shows instead, where that is not the session as it is. */
	holds: string | null;
	/** The last message that left: "Update, version 2", and when. */
	sent: string | null;
	sentWhen: string | null;
	/** The newest message, where it has not left: when it is tried again, what the server said. */
	pending: { when: string; answer: string | null; advice: string | null } | null;
	answer: string;
	/** What the school wrote with it. */
	answerNote: string;
	messageId: number | null;
	mayResend: boolean;
}

export async function readInviteRows(
	session: SessionRecord,
	{ app, actor, now, zone }: Entered,
): Promise<{ rows: InviteRow[]; held: number }> {
	const invites = await readSessionInvites(app.database.client, session.id);
	const changes = may(actor.role, "outbox.change") && session.endsAt > now;
	const opens = may(actor.role, "outbox.view");
	const rows = invites.map((invite): InviteRow => {
		const truth = inviteTruth(session, invite);
		const { newest, lastSent } = truth;
		const waits = newest && newest.status !== "sent";
		return {
			inviteId: invite.id,
			name: invite.name || invite.address,
			address: invite.name ? invite.address : "",
			about: invite.kind === "contact" ? "Contact" : "Facilitator",
			coming: isComing(session, invite),
			tag: inviteStateWords[truth.state],
			holds: truth.outOfDate ? holdsWords(lastSent, zone) : null,
			sent: lastSent && `${messageKind(lastSent.why)}, version ${lastSent.version + 1}`,
			sentWhen: lastSent?.sentAt ? momentWords(lastSent.sentAt, zone) : null,
			pending: waits
				? {
						when: whenWords(newest, now, zone),
						answer: newest.answer,
						advice: newest.status === "failed" ? adviceFor(newest) : null,
					}
				: null,
			answer: answerOf(invite, zone),
			answerNote: invite.answerNote,
			messageId: opens ? (newest?.id ?? null) : null,
			mayResend: changes && (isComing(session, invite) || lastSent !== null),
		};
	});
	const held = invites.flatMap(({ messages }) =>
		messages.filter(({ status }) => status === "held"),
	);
	return { rows, held: held.length };
}

function answerOf({ answer, answeredAt }: SessionInvite, zone: string): string {
	const word = answerWords[answer ?? ""];
	if (!word) return "None yet";
	return answeredAt ? `${word}, ${momentWords(answeredAt, zone)}` : word;
}
