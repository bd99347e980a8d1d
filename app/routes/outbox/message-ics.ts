import { download } from "#app/http/download.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/message-ics.ts";
import { fileName, requireMessage } from "./message-facts.ts";

/** The calendar part of a message, as it is attached to it. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "outbox.view");
	const message = await requireMessage(entered, args.params.id);
	if (message.ics === null) throw notFound();
	const type = `text/calendar; charset=utf-8; method=${message.method}`;
	return download(message.ics, `${fileName(message)}.ics`, type);
}
