import type { RouterContextProvider } from "react-router";
import type { SessionRecord } from "#app/data/sessions.ts";
import { version as versionSchema } from "#app/domain/sessions/change-input.ts";
import { type SessionStatus, statusLabels } from "#app/domain/sessions/status.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { redirectWith } from "#app/http/respond.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

interface Asked {
	request: Request;
	context: Readonly<RouterContextProvider>;
	params: { ref?: string };
}

export interface Changing extends Entered {
	session: SessionRecord;
}

/** Somebody who may change a session, and the session as it is now. */
export async function enterChange(args: Asked): Promise<Changing> {
	const entered = await requireActor(args, "sessions.change");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	return { ...entered, session };
}

const open: readonly SessionStatus[] = ["provisional", "confirmed"];

/**
 * For the page of a change: from a session that cannot be changed so it leads to the session itself.
 * @param takes the statuses in which the change can be made
 * @throws the redirect
 */
export async function enterOpenSession(
	args: Asked,
	takes: readonly SessionStatus[] = open,
): Promise<Changing> {
	const changing = await enterChange(args);
	const { reference, status } = changing.session;
	if (takes.includes(status)) return changing;
	const is = statusLabels[status].toLowerCase();
	throw await redirectWith(changing.app, `/sessions/${reference}`, {
		kind: "important",
		message: open.includes(status)
			? `This session is ${is} already`
			: `This session is ${is} and takes no changes any more`,
	});
}

/** The version that the form was made from, or why it cannot be told. */
export function readVersion(fields: Fields): { version: number | null; errors: FieldErrors } {
	const parsed = versionSchema.safeParse(fields.version);
	if (parsed.success) return { version: parsed.data, errors: [] };
	const message = parsed.error.issues[0]?.message ?? "Open the session again";
	return { version: null, errors: [{ field: "", message }] };
}
