import { mailOf } from "#app/commands/mail-of.ts";
import { writeMail } from "#app/gateways/mail.ts";
import { download } from "#app/http/download.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/message-eml.ts";
import { fileName, requireMessage } from "./message-facts.ts";

/** The mail, byte for byte as it goes to the mail server. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "outbox.view");
	const message = await requireMessage(entered, args.params.id);
	if (message.webhookId !== null) throw notFound();
	const { app, settings } = entered;
	const sender = { name: settings.partnership, address: app.deployment.mailFrom };
	const mail = await writeMail(mailOf(message, sender));
	return download(mail, `${fileName(message)}.eml`, "message/rfc822");
}
