import type { MessageStatus } from "#app/domain/invites/delivery.ts";
import type { TagWords } from "#app/http/invite-words.ts";

export const PAGE_SIZE = 50;

/** The parts of the outbox, by what the address says after `show=`. */
export const shows = {
	all: { text: "All", statuses: [] },
	waiting: { text: "Waiting", statuses: ["waiting", "sending"] },
	held: { text: "Held", statuses: ["held"] },
	failed: { text: "Failed", statuses: ["failed"] },
	"out-of-date": { text: "Out of date", statuses: [] },
	sent: { text: "Sent", statuses: ["sent"] },
} as const satisfies Record<string, { text: string; statuses: readonly MessageStatus[] }>;

export type Show = keyof typeof shows;

function showOf(typed: string | null): Show {
	return typed !== null && Object.hasOwn(shows, typed) ? (typed as Show) : "all";
}

export interface OutboxAsked {
	show: Show;
	statuses: readonly MessageStatus[];
	search: string;
}

/** What an address asks of the outbox; the same for the page and its file. */
export function readOutboxAsked(query: URLSearchParams): OutboxAsked {
	const show = showOf(query.get("show"));
	const search = (query.get("q") ?? "").trim().slice(0, 200);
	return { show, statuses: shows[show].statuses, search };
}

export interface MessageRow {
	id: number;
	to: string;
	address: string;
	subject: string;
	kind: string;
	reference: string | null;
	tag: TagWords;
	when: string;
	/** The mail server's words, where they matter, and ours about them. */
	answer: string | null;
	advice: string | null;
}

export interface UntrueRow {
	inviteId: string;
	to: string;
	address: string;
	session: string;
	reference: string;
	when: string;
	tag: TagWords;
	/** What their calendar shows instead: "Thursday 14 January 2027, 9:00am to 10:00am". */
	holds: string | null;
	messageId: number | null;
	/** Not while a message that puts it right is on its way. */
	mayResend: boolean;
}
