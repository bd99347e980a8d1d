import type { ChangeTarget } from "#app/commands/change-session.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { type Rehearsal, rehearse } from "#app/commands/rehearse.ts";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import type { OwedMessage } from "#app/data/owed-messages.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { listOf } from "#app/domain/format-number.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { type ClashWords, refusalWords } from "#app/http/session-words.ts";
import type { Changing } from "./enter-change.ts";
import type { MessagePreview } from "./message-previews.tsx";

/** What a change would do to whom, found out before anybody decides. */
export interface ChangePreview {
	warnings: { code: string; message: string }[];
	clashes: ClashWords[];
	/** A line each: who is told what, and the version that calendars will show. */
	consequences: string[];
	messages: MessagePreview[];
	/** When and where it would be; null when it would be refused. */
	after: { when: string; room: string | null } | null;
}

type Command = (context: CommandContext, target: ChangeTarget) => Promise<SessionOutcome>;

/** Rehearses a change of the session as it is now. */
export async function previewChange(
	{ command, session, zone }: Changing,
	change: Command,
): Promise<ChangePreview> {
	const { reference, version } = session;
	const rehearsal = await rehearse(command, (context) => change(context, { reference, version }));
	const { outcome } = rehearsal;
	const refused = !outcome.ok && outcome.reason !== "not_found" ? outcome : null;
	return {
		warnings: "warnings" in outcome ? outcome.warnings : [],
		clashes: refused ? refusalWords(refused, { zone }).clashes : [],
		consequences: rehearsal.session ? consequencesOf(session, rehearsal.session, rehearsal) : [],
		messages: rehearsal.messages.map(previewOf),
		after: rehearsal.session && placeOf(rehearsal.session, zone),
	};
}

/** When and in which room a session is, in words. */
export function placeOf(session: SessionRecord, zone: string) {
	return {
		when: formatSessionTime(session.startsAt, session.endsAt, zone),
		room: session.room,
	};
}

export function previewOf({ toName, toAddress, subject, text }: OwedMessage): MessagePreview {
	return { to: toName, address: toAddress, subject, text };
}

function consequencesOf(
	before: SessionRecord,
	after: SessionRecord,
	{ messages }: Pick<Rehearsal, "messages">,
): string[] {
	const confirms = before.status === "provisional" && after.status === "confirmed";
	const told = toldLines(messages, before.venue.name, confirms);
	return [...(told.length > 0 ? told : ["Nobody is written to"]), ...calendarLines(before, after)];
}

function calendarLines(before: SessionRecord, after: SessionRecord): string[] {
	if (after.sequence === before.sequence) return [];
	if (after.status === "cancelled") return ["It is taken out of every calendar that holds it"];
	return [
		`Calendars will show version ${calendarVersion(after)} of this session instead of version ${calendarVersion(before)}`,
	];
}

/** A session's SEQUENCE as people count: the first is version 1. */
export function calendarVersion({ sequence }: { sequence: number }): number {
	return sequence + 1;
}

const toldWords: Record<string, string> = {
	invited: "will be invited",
	updated: "will be told of the change",
	cancelled: "will be told that it is cancelled",
	removed: "will be told that it is no longer theirs",
};

/** "Anita Patel at Marsh Lane Academy will be told of the change": a line for each kind of news. */
function toldLines(
	messages: readonly OwedMessage[],
	venueName: string,
	confirms: boolean,
): string[] {
	return Object.entries(toldWords).flatMap(([why, usual]) => {
		const words = confirms && why === "updated" ? "will be told that it is confirmed" : usual;
		const reached = messages.filter((message) => message.why === why);
		const namesOf = (wanted: OwedMessage["kind"]) =>
			listOf(reached.filter(({ kind }) => kind === wanted).map(({ toName }) => toName));
		const contacts = namesOf("contact");
		const facilitators = namesOf("facilitator");
		return [
			...(contacts ? [`${contacts} at ${venueName} ${words}`] : []),
			...(facilitators ? [`${facilitators}, delivering it, ${words}`] : []),
		];
	});
}
