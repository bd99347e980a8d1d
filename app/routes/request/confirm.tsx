import { data, redirect } from "react-router";
import { confirmRequest } from "#app/commands/confirm-request.ts";
import { findRequest } from "#app/data/requests.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { openToken, requestLinks } from "#app/http/request-links.ts";
import { askedWords } from "#app/http/request-words.ts";
import { redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/confirm.ts";
import { AskedList } from "./asked-list.tsx";

const dead = () => data({ asked: null, reference: "" }, { status: 404 });

async function open({ params, context }: Pick<Route.LoaderArgs, "params" | "context">) {
	const arrived = await anonymously(context);
	const { app, visit } = arrived;
	const id = openToken(app.secret, "request-confirm", params.token, visit.now);
	const request = id && (await findRequest(app.database.client, { id }));
	if (!request) return null;
	const followPath = new URL(requestLinks(app, visit.now).follow(request.id)).pathname;
	return { ...arrived, request, followPath };
}

export async function loader(args: Route.LoaderArgs) {
	const opened = await open(args);
	if (!opened) return dead();
	const { request, followPath } = opened;
	if (request.status !== "unconfirmed") throw redirect(followPath, 303);
	return data({ asked: askedWords(request), reference: request.reference });
}

/** why by a button: programs that look at every link of a mail must not confirm by it. */
export async function action(args: Route.ActionArgs) {
	const opened = await open(args);
	if (!opened) return data(null, { status: 404 });
	const { app, visit, command, request, followPath } = opened;
	const outcome = await confirmRequest(command, request.id, requestLinks(app, visit.now));
	if (!outcome.ok) return data(null, { status: 404 });
	const message = "Confirmed: your request is with the team.";
	return redirectWith(app, followPath, { kind: "success", message });
}

export default function Confirm({ loaderData: { asked, reference } }: Route.ComponentProps) {
	if (!asked) return <DeadLink />;
	return (
		<Measure>
			<PageTitle title="Confirm your request" />
			<PageHeading
				title="Confirm your request"
				caption={reference}
				lead="The team sees it as soon as you confirm it."
			/>
			<AskedList asked={asked} />
			<form method="post">
				<Button>Confirm my request</Button>
			</form>
			<p className="govuk-body">
				If it is not yours, close this page: it is deleted after some days.
			</p>
		</Measure>
	);
}

function DeadLink() {
	return (
		<Measure>
			<PageTitle title="This link no longer works" />
			<PageHeading title="This link no longer works" />
			<p className="govuk-body">
				Too much time has passed, or the address is not complete. If the request was confirmed, the
				mail that said so has a link to follow it.
			</p>
			<p className="govuk-body">
				<AppLink className="govuk-link" href="/request">
					Ask for a session
				</AppLink>
			</p>
		</Measure>
	);
}
