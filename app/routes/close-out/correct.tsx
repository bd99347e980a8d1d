import { data } from "react-router";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { readCloseOuts } from "#app/data/close-outs.ts";
import { readPublicationsWith } from "#app/data/publications.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { mayCorrect } from "#app/domain/access/permissions.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { version } from "#app/domain/sessions/change-input.ts";
import { localDateOf } from "#app/domain/time.ts";
import { readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { forbidden, notFound, redirectWith } from "#app/http/respond.ts";
import { refusalWords, type StaleWords } from "#app/http/session-words.ts";
import { fromSchool } from "#app/routes/sessions/school-facts.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/correct.ts";
import { isOnRecord, sentTwice } from "./already-recorded.ts";
import { type CloseOutAnswers, recordedAnswers, sentAnswers } from "./close-out-answers.ts";
import { CloseOutPage } from "./close-out-page.tsx";
import { closeOutHead, correctable, correctionBlocked } from "./close-out-standing.ts";
import { PublishedNotice } from "./published-notice.tsx";
import { readCorrection } from "./read-close-out.ts";
import { recordedFlash } from "./recorded-flash.ts";
import { revisionRows } from "./revision-rows.ts";
import { Revisions } from "./revisions.tsx";

/** @throws 403 for a facilitator, except where the school recorded what they delivered */
async function requireCorrectable(args: Route.LoaderArgs | Route.ActionArgs) {
	const entered = await requireActor(args, "sessions.close_out");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	if (!mayCorrect(entered.actor, correctable(session))) throw forbidden();
	return { entered, session };
}

export async function loader(args: Route.LoaderArgs) {
	const { entered, session } = await requireCorrectable(args);
	return shown(entered, session, recordedAnswers(session));
}

export async function action(args: Route.ActionArgs) {
	const { entered, session } = await requireCorrectable(args);
	const fields = await readForm(args.request);
	const answers = sentAnswers(fields, session);
	if (fields.intent === "add-year-group") return shown(entered, session, answers);
	const read = readCorrection(fields, session.yearGroups);
	if (!read.ok) return data(await shown(entered, session, answers, read), { status: 422 });
	const seen = version.safeParse(fields.version).data ?? 0;
	const same = seen === session.version && isOnRecord(session, read.data.closeOut);
	if (same) return data(await shown(entered, session, answers, nothing), { status: 422 });
	const target = { reference: session.reference, version: seen };
	const outcome = await correctCloseOut(entered.command, target, read.data);
	if (!outcome.ok && !sentTwice(outcome, read.data.closeOut)) {
		if (outcome.reason === "not_found") throw notFound();
		const words = refusalWords(outcome, entered);
		const now = "session" in outcome ? outcome.session : session;
		const kept = { ...answers, version: String(now.version) };
		return data(await shown(entered, now, kept, words), { status: words.status });
	}
	const flash = await recordedFlash(entered, session, read.data.closeOut, "Corrected");
	return redirectWith(entered.app, `/sessions/${session.reference}`, flash);
}

const nothing: Problems = {
	errors: [{ field: "", message: "Change what is wrong in the record, or leave it as it is" }],
};

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
	const { app, zone } = entered;
	const { client } = app.database;
	const [records, published] = await Promise.all([
		readCloseOuts(client, session.id),
		readPublicationsWith(client, session.id),
	]);
	return {
		school: await fromSchool(session, entered),
		head: closeOutHead(session, zone),
		blocked: correctionBlocked(session),
		answers,
		errors,
		stale,
		revisions: revisionRows(records, zone),
		published: published.map(({ id, line, publishedAt }) => ({
			id,
			line,
			on: formatPlainDate(localDateOf(publishedAt, zone)),
		})),
	};
}

export default function CorrectRoute({ loaderData, actionData }: Route.ComponentProps) {
	const { revisions, published, ...page } = actionData ?? loaderData;
	return (
		<CloseOutPage title="Correct the record" correcting {...page}>
			<PublishedNotice published={published} />
			<Revisions rows={revisions} />
		</CloseOutPage>
	);
}
