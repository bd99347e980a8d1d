import { data } from "react-router";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { fieldsOfAddress, withPeriod } from "#app/routes/sessions/form-fields.ts";
import { keepAnswer } from "#app/routes/sessions/keep-answer.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/several-sessions.ts";
import { DescribeForm } from "./describe-form.tsx";
import { ListForm } from "./list-form.tsx";
import { RowForm } from "./row-form.tsx";
import { answerSeries, describePage, type SeriesPage } from "./series-actions.ts";
import { heldFields, seriesAnswers } from "./series-answers.ts";

/** Other pages fill the description in by its address, as that of a single booking. */
export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.book");
	const answers = seriesAnswers(fieldsOfAddress(args.url.searchParams));
	return withHeld(await describePage(entered, answers));
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "sessions.book");
	const answered = await answerSeries(entered, withPeriod(await readForm(args.request)));
	if (answered instanceof Response) return answered;
	return data(withHeld(answered), { status: answered.status });
}

/** @returns the page, and all that was typed so far as its form carries it on */
function withHeld<Page extends SeriesPage>(page: Page) {
	return { ...page, held: heldFields(page.answers, { reasons: page.page === "row" }) };
}

export const shouldRevalidate = keepAnswer;

export default function SeveralSessions({ loaderData, actionData }: Route.ComponentProps) {
	const shown = actionData ?? loaderData;
	return (
		<>
			<PageTitle title="Book several sessions" errors={shown.errors} />
			<ErrorSummary errors={shown.errors} />
			<PageHeading title={titleOf(shown)} />
			{shown.page === "describe" && <DescribeForm {...shown} />}
			{shown.page === "list" && <ListForm {...shown} />}
			{shown.page === "row" && <RowForm key={shown.at} {...shown} />}
		</>
	);
}

function titleOf(shown: SeriesPage): string {
	if (shown.page === "describe") return "Book several sessions";
	if (shown.page === "list") return "Check the sessions before booking them";
	const { at, answers } = shown;
	return at < answers.rows.length ? `Change session ${at + 1}` : "Add a session";
}
