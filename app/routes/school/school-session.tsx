import { data } from "react-router";
import { answerAsSchool } from "#app/commands/answer-as-school.ts";
import { reportAsSchool } from "#app/commands/report-as-school.ts";
import { findSchoolSession, type SchoolSession } from "#app/data/school-page.ts";
import { schoolAnswer } from "#app/domain/schools/school-answer.ts";
import { formatReference, parseReference } from "#app/domain/sessions/reference.ts";
import { textOf } from "#app/http/field-values.ts";
import { type Fields, parseWith, readForm } from "#app/http/parse-form.ts";
import { badRequest, notFound, redirectWith } from "#app/http/respond.ts";
import { spend } from "#app/http/sign-in.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Route } from "./+types/school-session.ts";
import { type AtSchool, findSchool } from "./find-school.ts";
import { readAsked } from "./report-facts.ts";
import { readReport } from "./report-read.ts";
import { NoSchoolPage } from "./school-page.tsx";
import { refusedMessage, reportFlash, savedAnswer } from "./school-words.ts";
import { sessionFacts } from "./session-facts.ts";
import { SchoolSessionPage } from "./session-page.tsx";

export async function loader(args: Route.LoaderArgs) {
	const school = await findSchool(args);
	if (!school) return data({ facts: null, errors: [] }, { status: 404 });
	const session = await requireOwn(school, args.params.ref);
	return { facts: await sessionFacts(school, session), errors: [] as FieldErrors };
}

/** @throws 404 for a session to which this contact is not invited */
async function requireOwn({ app, contact }: AtSchool, typed: string): Promise<SchoolSession> {
	const parts = parseReference(typed);
	const reference = parts && formatReference(parts);
	const session =
		reference && (await findSchoolSession(app.database.client, contact.id, reference));
	if (!session) throw notFound();
	return session;
}

export async function action(args: Route.ActionArgs) {
	const school = await findSchool(args);
	if (!school) throw notFound();
	await spend(school.app.limits.schoolPosts, school.contact.id);
	const session = await requireOwn(school, args.params.ref);
	const fields = await readForm(args.request);
	switch (fields.intent) {
		case "answer":
			return answer(school, session, fields);
		case "report":
			return report(school, session, fields);
		default:
			throw badRequest();
	}
}

async function answer(school: AtSchool, session: SchoolSession, fields: Fields) {
	const parsed = parseWith(schoolAnswer, fields);
	if (!parsed.ok) return again(school, session, { status: 422, errors: parsed.errors, fields });
	const { command, contact, app, base } = school;
	const outcome = await answerAsSchool(command, contact.id, session.reference, parsed.data);
	if (outcome.ok) return redirectWith(app, base, savedAnswer(parsed.data.answer));
	if (outcome.reason === "not_found") throw notFound();
	const errors = [{ field: "", message: refusedMessage(outcome.reason) }];
	return again(school, outcome.session, { status: 409, errors, fields });
}

async function report(school: AtSchool, session: SchoolSession, fields: Fields) {
	const asked = await readAsked(school, session);
	const read = readReport(fields, asked);
	if (!read.ok) return again(school, session, { status: 422, errors: read.errors, fields });
	const { command, contact, app, base } = school;
	const outcome = await reportAsSchool(command, contact.id, session.reference, read.report);
	if (outcome.ok) return redirectWith(app, base, reportFlash(read.report, outcome.closedOut));
	if (outcome.reason === "not_found") throw notFound();
	const errors = [{ field: "", message: refusedMessage(outcome.reason) }];
	return again(school, outcome.session, { status: 409, errors, fields });
}

interface Again {
	status: 409 | 422;
	errors: FieldErrors;
	fields: Fields;
}

/** The page again, with what was sent and what has to be mended. */
async function again(school: AtSchool, session: SchoolSession, { status, errors, fields }: Again) {
	const sent = { answer: textOf(fields, "answer"), note: textOf(fields, "note") };
	const facts = await sessionFacts(school, session, { fields, sent });
	return data({ facts, errors }, { status });
}

export default function SchoolSessionRoute({ loaderData, actionData }: Route.ComponentProps) {
	const { facts, errors } = actionData ?? loaderData;
	return facts ? <SchoolSessionPage facts={facts} errors={errors} /> : <NoSchoolPage />;
}
