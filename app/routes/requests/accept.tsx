import { data } from "react-router";
import { acceptRequest } from "#app/commands/accept-request.ts";
import { weighSessions } from "#app/commands/book-sessions.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { countOf } from "#app/domain/format-number.ts";
import { textOf } from "#app/http/field-values.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { stepRefusalMessage } from "#app/http/request-words.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/accept.ts";
import { acceptAnswers, answersFor, readAccept } from "./accept-answers.ts";
import { AcceptForm } from "./accept-form.tsx";
import { type RowVerdict, verdictWords } from "./accept-verdict.ts";
import { readAcceptView } from "./accept-view.ts";
import { enterRequest, headOf, targetOf } from "./decide.ts";

export async function loader(args: Route.LoaderArgs) {
	const { entered, request } = await enterRequest(args);
	const { client } = entered.app.database;
	if (request.venueId === null) throw await askForVenue(entered.app, request.reference);
	const [team] = await readTeamChoices(client);
	const answers = answersFor(request, team?.id ?? "");
	return {
		head: headOf(request),
		asked: { yearGroups: request.yearGroups, groups: request.groups },
		answers,
		view: await readAcceptView(client, request, answers, entered.settings),
		errors: [] as FieldErrors,
		verdicts: [] as RowVerdict[],
	};
}

function askForVenue(app: Parameters<typeof redirectWith>[0], reference: string) {
	const message = "Say which venue it is first: then it can be booked.";
	return redirectWith(app, `/requests/${reference}/venue`, { kind: "important", message });
}

export async function action(args: Route.ActionArgs) {
	const { entered, request } = await enterRequest(args);
	const { app, command, zone } = entered;
	const { venueId, reference } = request;
	if (venueId === null) throw await askForVenue(app, reference);
	const fields = await readForm(args.request);
	const intent = textOf(fields, "intent");
	const answers = acceptAnswers(fields);
	const view = await readAcceptView(app.database.client, request, answers, entered.settings);
	const again = (errors: FieldErrors, verdicts: RowVerdict[] = [], status = 422) =>
		data({ answers, view, errors, verdicts }, { status: errors.length > 0 ? status : 200 });
	const provisional = intent === "provisional";
	const read = readAccept(fields, answers, { zone, venueId, provisional });
	if (!read.ok) return again(read.errors);
	const { taken, sessions } = read;
	if (intent === "check") {
		const inputs = sessions.map((session) => ({ ...session, venue: venueId, contacts: [] }));
		const { items } = await weighSessions(command, inputs);
		const { errors, rows } = verdictWords(items, taken, { zone, judged: false });
		return again(errors, rows);
	}
	const links = requestLinks(app, entered.now);
	const outcome = await acceptRequest(command, targetOf(request, fields), sessions, links);
	if (outcome.ok) {
		const booked = countOf(outcome.sessions.length, "session", "sessions");
		const message = `Booked: ${booked}. The school is told, and ${countOf(outcome.messages, "invite is", "invites are")} on the way.`;
		const nextStep = { href: "/requests", text: "Back to the queue" };
		return redirectWith(app, `/requests/${reference}`, { kind: "success", message, nextStep });
	}
	switch (outcome.reason) {
		case "not_found":
			throw notFound();
		case "no_venue":
			throw await askForVenue(app, reference);
		case "no_sessions":
		case "too_many_sessions":
			return again([{ field: "", message: "Choose between 1 and 40 sessions to book" }]);
		case "stale_version":
		case "illegal_transition":
			return again([{ field: "", message: stepRefusalMessage(outcome, zone) }], [], 409);
		case "refused": {
			const { errors, rows } = verdictWords(outcome.items, taken, { zone, judged: true });
			const clashes = outcome.items.some((item) => item.clashes.length + item.within.length > 0);
			return again(errors, rows, clashes ? 409 : 422);
		}
	}
}

export default function Accept({ loaderData, actionData }: Route.ComponentProps) {
	const { head, asked } = loaderData;
	const { answers, view, errors, verdicts } = actionData ?? loaderData;
	return (
		<>
			<PageTitle title="Accept and book" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Accept and book"
				caption={`${head.venueName}, ${head.reference}`}
				lead={`All of these are booked together, or none. ${head.contact} becomes their contact.`}
				back={{ href: `/requests/${head.reference}`, text: "Back to the request" }}
			/>
			<AcceptForm
				head={head}
				asked={asked}
				answers={answers}
				view={view}
				errors={errors}
				verdicts={verdicts}
			/>
		</>
	);
}
