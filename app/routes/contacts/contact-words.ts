import type { ContactData } from "#app/data/contact-rights.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { momentWords } from "#app/http/history-words.ts";
import { answerWords } from "#app/http/invite-words.ts";

export interface InviteRow {
	reference: string;
	programme: string;
	date: string;
	status: string;
	address: string;
	answer: string;
	messages: string[];
}

export function inviteRow(
	{ session, address, answer, messages }: ContactData["invites"][number],
	zone: string,
): InviteRow {
	return {
		reference: session.reference,
		programme: session.programme,
		date: formatPlainDate(session.date),
		status: statusLabels[session.status],
		address,
		answer: answer ? (answerWords[answer] ?? answer) : "None",
		messages: messages.map(
			({ subject, createdAt }) => `${subject}, ${momentWords(createdAt, zone)}`,
		),
	};
}
