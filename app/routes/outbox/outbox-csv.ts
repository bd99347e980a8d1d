import type { Reader } from "#app/data/database.ts";
import { exportOutbox } from "#app/data/outbox-pages.ts";
import { may } from "#app/domain/access/permissions.ts";
import { toLocal } from "#app/domain/time.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { messageKind, messageStatusWords } from "#app/http/invite-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/outbox-csv.ts";
import { readUntrueRows } from "./outbox-facts.ts";
import { type OutboxAsked, readOutboxAsked } from "./outbox-parts.ts";

const columns = [
	"written",
	"name",
	"address",
	"subject",
	"kind",
	"session",
	"state",
	"sent",
	"attempts",
	"server_answer",
];
const untrueColumns = [
	"name",
	"address",
	"session",
	"title",
	"state",
	"is",
	"their_calendar_shows",
];

/** The part of the outbox that its page shows, as a file: who was told what and when, not the words. */
export async function loader(args: Route.LoaderArgs) {
	const { app, actor, now, zone, today } = await requireActor(args, "outbox.view");
	const { client } = app.database;
	const asked = readOutboxAsked(args.url.searchParams);
	const name = `outbox-${today}`;
	if (asked.show === "out-of-date") {
		const untrue = await readUntrueRows(client, { now, zone });
		const rows = untrue.map((row) => [
			row.address ? row.to : "",
			row.address || row.to,
			row.reference,
			row.session,
			row.tag.word,
			row.when,
			row.holds,
		]);
		return csvResponse(app.log, { name, columns: untrueColumns, rows });
	}
	const accounts = may(actor.role, "accounts.manage");
	const rows = rowsOf(client, { ...asked, accounts }, zone);
	return csvResponse(app.log, { name, columns, rows });
}

async function* rowsOf(reader: Reader, query: OutboxAsked & { accounts: boolean }, zone: string) {
	const moment = (at: Date | null) => {
		if (!at) return null;
		const { date, time } = toLocal(at, zone);
		return `${date} ${time}`;
	};
	for await (const message of exportOutbox(reader, query)) {
		yield [
			moment(message.createdAt),
			message.toName,
			message.toAddress,
			message.subject,
			messageKind(message.why),
			message.reference,
			messageStatusWords[message.status].word,
			moment(message.sentAt),
			message.attempts,
			message.answer,
		];
	}
}
