import { readContactData } from "#app/data/contact-rights.ts";
import { download } from "#app/http/download.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/contact-data-file.ts";

/** Everything kept about a contact, for them to take away. */
export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "contacts.rights");
	const kept = await readContactData(app.database.client, args.params.id);
	if (!kept) throw notFound();
	return download(
		JSON.stringify(kept, null, "\t"),
		`contact-${kept.contact.id}.json`,
		"application/json",
	);
}
