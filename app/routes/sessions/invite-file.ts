import { assembleFileOf } from "#app/commands/assemble-feed.ts";
import { readFeedSession } from "#app/data/feeds.ts";
import { formatReference, parseReference } from "#app/domain/sessions/reference.ts";
import { appContext } from "#app/http/app-context.ts";
import { calendarAnswer, noCalendar } from "#app/http/calendar-answer.ts";
import { opensInviteFile } from "#app/http/invite-file.ts";
import { visitContext } from "#app/http/visit.ts";
import type { Route } from "./+types/invite-file.ts";

/** One session as a file, for whoever was given its signed address. */
export async function loader({ request, context, params, url }: Route.LoaderArgs) {
	const { database, deployment, secret } = context.get(appContext);
	const visit = context.get(visitContext);
	const parts = parseReference(params.ref ?? "");
	const session =
		parts && (await readFeedSession(database.client, formatReference(parts), "contact"));
	const key = url.searchParams.get("key");
	if (!session || !opensInviteFile(secret, session.uid, key)) return noCalendar();
	const settings = await visit.settings();
	const asked = { database, deployment, settings, now: visit.now };
	return calendarAnswer(request, await assembleFileOf(asked, session), `${session.reference}.ics`);
}

/** Nothing can be sent here. */
export const action = noCalendar;
