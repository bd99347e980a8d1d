import { data } from "react-router";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { mayCloseOut } from "#app/domain/access/permissions.ts";
import { version } from "#app/domain/sessions/change-input.ts";
import { readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { forbidden, notFound, redirectWith } from "#app/http/respond.ts";
import { refusalWords, type StaleWords } from "#app/http/session-words.ts";
import { fromSchool } from "#app/routes/sessions/school-facts.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/close-out.ts";
import { sentTwice } from "./already-recorded.ts";
import { type CloseOutAnswers, freshAnswers, sentAnswers } from "./close-out-answers.ts";
import { CloseOutPage } from "./close-out-page.tsx";
import { closeOutBlocked, closeOutHead } from "./close-out-standing.ts";
import { readCloseOut } from "./read-close-out.ts";
import { recordedFlash } from "./recorded-flash.ts";

/** @throws 403 for a facilitator who does not deliver the session */
async function requireOwn(args: Route.LoaderArgs | Route.ActionArgs) {
	const entered = await requireActor(args, "sessions.close_out");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	const facilitatorIds = session.assignments.map(({ personId }) => personId);
	if (!mayCloseOut(entered.actor, { facilitatorIds })) throw forbidden();
	return { entered, session };
}

export async function loader(args: Route.LoaderArgs) {
	const { entered, session } = await requireOwn(args);
	return shown(entered, session, freshAnswers(session));
}

export async function action(args: Route.ActionArgs) {
	const { entered, session } = await requireOwn(args);
	const fields = await readForm(args.request);
	const answers = sentAnswers(fields, session);
	if (fields.intent === "add-year-group") return shown(entered, session, answers);
	const read = readCloseOut(fields, session.yearGroups);
	if (!read.ok) return data(await shown(entered, session, answers, read), { status: 422 });
	const seen = version.safeParse(fields.version);
	const target = { reference: session.reference, version: seen.data ?? 0 };
	const outcome = await closeOutSession(entered.command, target, read.data);
	if (outcome.ok || sentTwice(outcome, read.data)) {
		const flash = await recordedFlash(entered, session, read.data, "Recorded");
		return redirectWith(entered.app, `/sessions/${session.reference}`, flash);
	}
	return refused(entered, session, answers, outcome);
}

type Refusal = Exclude<SessionOutcome, { ok: true }>;

async function refused(
	entered: Entered,
	read: SessionRecord,
	sent: CloseOutAnswers,
	refusal: Refusal,
) {
	if (refusal.reason === "not_found") throw notFound();
	const words = refusalWords(refusal, entered);
	const now = "session" in refusal ? refusal.session : read;
	const answers = { ...sent, version: String(now.version) };
	return data(await shown(entered, now, answers, words), { status: words.status });
}

interface Problems {
	errors: FieldErrors;
	stale?: StaleWords | null;
}

async function shown(
	entered: Entered,
	session: SessionRecord,
	answers: CloseOutAnswers,
	{ errors, stale = null }: Problems = { errors: [] },
) {
	return {
		school: await fromSchool(session, entered),
		head: closeOutHead(session, entered.zone),
		blocked: closeOutBlocked(session, entered),
		answers,
		errors,
		stale,
	};
}

export default function CloseOutRoute({ loaderData, actionData }: Route.ComponentProps) {
	const page = actionData ?? loaderData;
	return (
		<CloseOutPage title="Close out" {...page}>
			{!page.blocked && (
				<p className="govuk-body-s">
					Did you ask the group before and after?{" "}
					<AppLink className="govuk-link" href={`/sessions/${page.head.reference}/evaluation`}>
						Enter their answers
					</AppLink>
				</p>
			)}
		</CloseOutPage>
	);
}
