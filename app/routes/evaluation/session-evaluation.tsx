import { data, Form } from "react-router";
import { enterTotals } from "#app/commands/enter-totals.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { mayCloseOut } from "#app/domain/access/permissions.ts";
import { answersOldWords, OLD_WORDS, readTotals } from "#app/domain/evaluation/totals-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { type Fields, readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { forbidden, notFound, redirectWith } from "#app/http/respond.ts";
import { SessionFrame } from "#app/routes/sessions/session-frame.tsx";
import { sessionHead } from "#app/routes/sessions/session-head.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";
import { Section } from "#app/ui/section.tsx";
import { WarningList } from "#app/ui/warning-list.tsx";
import type { Route } from "./+types/session-evaluation.ts";
import { readSessionStatements, sessionAnswers } from "./session-answers.server.ts";
import { Statement } from "./statement.tsx";
import { TeacherTable } from "./teacher-table.tsx";
import { TotalBoxes } from "./total-boxes.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	return shown(entered, session, null, []);
}

function mayEnter({ actor }: Entered, { assignments }: SessionRecord): boolean {
	return mayCloseOut(actor, { facilitatorIds: assignments.map(({ personId }) => personId) });
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "sessions.close_out");
	const { app, command } = entered;
	const session = await requireSession(app.database.client, args.params.ref);
	if (!mayEnter(entered, session)) throw forbidden();
	const fields = await readForm(args.request);
	const statements = await readSessionStatements(app.database.client, session);
	const versionIds = statements.map(({ versionId }) => versionId);
	if (answersOldWords(fields, versionIds)) {
		const errors = [{ field: "", message: OLD_WORDS }];
		return data(await shown(entered, session, fields, errors), { status: 409 });
	}
	const read = readTotals(versionIds, (field) => textOf(fields, field));
	if (!read.ok) {
		return data(await shown(entered, session, fields, read.errors), { status: 422 });
	}
	const outcome = await enterTotals(command, session.reference, read.totals);
	if (!outcome.ok) {
		if (outcome.reason === "not_found") throw notFound();
		const message = "Enter answers once the session has begun, and only if it takes place";
		return data(await shown(entered, session, fields, [{ field: "", message }]), { status: 409 });
	}
	return redirectWith(app, `/sessions/${session.reference}/evaluation`, savedFlash(outcome));
}

function savedFlash({
	answers,
	tooMany,
}: Extract<Awaited<ReturnType<typeof enterTotals>>, { ok: true }>): Flash {
	if (tooMany) {
		const message = `Saved. Check the numbers: ${tooMany.answers} answers to one statement, and ${tooMany.headcount} young people`;
		return { kind: "important", message };
	}
	return {
		kind: "success",
		message: answers === 0 ? "Saved: no answers" : `Saved: ${answers} answers`,
	};
}

async function shown(
	entered: Entered,
	session: SessionRecord,
	sent: Fields | null,
	errors: FieldErrors,
) {
	return {
		head: sessionHead(session, entered),
		mayEnter: mayEnter(entered, session),
		errors,
		...(await sessionAnswers(entered.app.database.client, session, sent)),
	};
}

export default function SessionEvaluation({ loaderData, actionData }: Route.ComponentProps) {
	const facts = actionData ?? loaderData;
	const { head, errors, answered, teachers, tooMany, by } = facts;
	return (
		<SessionFrame head={head} tab="evaluation">
			<ErrorSummary errors={errors} />
			{tooMany && <WarningList title="Check the numbers" warnings={[tooMany]} record />}
			<Section title="Before and after">
				{answered.length === 0 && (
					<EmptyState title="No answers yet">
						<p className="govuk-body">
							Ask the group each statement before and after, count the hands, and enter the totals.
						</p>
					</EmptyState>
				)}
				{answered.map((statement) => (
					<Statement key={statement.key} statement={statement} />
				))}
				{by && <p className="govuk-body-s">{by}</p>}
				<EnterTotals facts={facts} />
			</Section>
			<Section title="Teachers">
				<TeacherTable rows={teachers} />
			</Section>
		</SessionFrame>
	);
}

function EnterTotals({ facts }: { facts: Awaited<ReturnType<typeof loader>> }) {
	const { mayEnter: may, head, statements, values, errors, answered } = facts;
	if (!may || !head.hasAnswers || statements.length === 0) return null;
	return (
		<Details
			summary={answered.length > 0 ? "Change the totals" : "Enter the totals"}
			open={answered.length === 0 || errors.length > 0}
		>
			<Form method="post" noValidate>
				<p className="govuk-body">
					How many agreed, were unsure, or disagreed. Leave empty what was not asked. Totals only,
					never who.
				</p>
				<TotalBoxes statements={statements} values={values} errors={errors} />
				<Button>Save the totals</Button>
			</Form>
		</Details>
	);
}
