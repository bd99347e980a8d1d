import { Form } from "react-router";
import { removeTarget } from "#app/commands/remove-target.ts";
import { readHistory } from "#app/data/history.ts";
import { findTarget } from "#app/data/targets.ts";
import { goalWords, targetPeriod, targetTitle } from "#app/domain/reach/target-words.ts";
import { historyItems } from "#app/http/history-words.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/remove-target.ts";
import { targetErrors } from "./refusal-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "targets.change");
	const { client } = app.database;
	const target = await findTarget(client, args.params.id);
	if (!target) throw notFound();
	const history = await readHistory(client, "target", target.id);
	return {
		title: targetTitle(target),
		about: `${goalWords(target)}, ${targetPeriod(target.from, target.to)}`,
		removed: target.removedAt !== null,
		href: `/targets/${target.id}`,
		history: historyItems(history, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "targets.change");
	await readForm(args.request);
	const outcome = await removeTarget(command, args.params.id);
	if (!outcome.ok) return invalid(targetErrors(outcome), {});
	return redirectWith(app, "/targets", { kind: "success", message: "The target was removed" });
}

export default function RemoveTarget({ loaderData, actionData }: Route.ComponentProps) {
	const { title, about, removed, href, history } = loaderData;
	const heading = removed ? `Removed: ${title}` : `Remove ${title}`;
	return (
		<Measure>
			<PageTitle title={heading} errors={actionData?.errors} />
			<ErrorSummary errors={actionData?.errors} />
			<PageHeading title={heading} lead={about} back={{ href: "/targets", text: "Targets" }} />
			{!removed && (
				<ConfirmPanel
					title="What will happen"
					warning
					consequences={[
						"The target leaves this list, the home page of managers and the monthly report.",
						"What was delivered stays as it is. The target’s history is kept.",
					]}
				>
					<Form method="post">
						<ButtonGroup>
							<Button kind="warning">Remove target</Button>
							<AppLink className="govuk-link" href={href}>
								Keep it
							</AppLink>
						</ButtonGroup>
					</Form>
				</ConfirmPanel>
			)}
			<HistorySection items={history} />
		</Measure>
	);
}
