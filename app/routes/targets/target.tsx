import { redirect } from "react-router";
import { editTarget } from "#app/commands/edit-target.ts";
import { readHistory } from "#app/data/history.ts";
import { findTarget } from "#app/data/targets.ts";
import { targetInput } from "#app/domain/reach/target-input.ts";
import { targetTitle } from "#app/domain/reach/target-words.ts";
import { version } from "#app/domain/sessions/change-input.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/target.ts";
import { targetErrors } from "./refusal-words.ts";
import { TargetForm, targetChoices, targetFields } from "./target-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, today, zone } = await requireActor(args, "targets.change");
	const { client } = app.database;
	const target = await findTarget(client, args.params.id);
	if (!target) throw notFound();
	if (target.removedAt) throw redirect(`/targets/${target.id}/remove`, 303);
	const [choices, history] = await Promise.all([
		targetChoices(client, today, target),
		readHistory(client, "target", target.id),
	]);
	return {
		id: target.id,
		title: targetTitle(target),
		values: targetFields(target),
		choices,
		history: historyItems(history, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "targets.change");
	const fields = await readForm(args.request);
	const { id } = args.params;
	if (!(await findTarget(app.database.client, id))) throw notFound();
	const parsed = parseWith(targetInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const seen = version.safeParse(fields.version).data ?? 0;
	const outcome = await editTarget(command, { id, version: seen }, parsed.data);
	if (!outcome.ok && outcome.reason === "removed") {
		const message = "Somebody has removed this target. Add a new one instead";
		return redirectWith(app, `/targets/${id}/remove`, { kind: "important", message });
	}
	if (!outcome.ok) {
		const stale = outcome.reason === "stale_version";
		const kept = stale ? { ...fields, version: String(outcome.version) } : fields;
		return invalid(targetErrors(outcome), kept);
	}
	return redirectWith(app, "/targets", { kind: "success", message: "The target was saved" });
}

export default function TargetRoute({ loaderData, actionData }: Route.ComponentProps) {
	const { id, title, values, choices, history } = loaderData;
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title={`Change target: ${title}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				caption="Change target"
				title={title}
				back={{ href: "/targets", text: "Targets" }}
			/>
			<TargetForm
				choices={choices}
				values={actionData?.values ?? values}
				errors={errors}
				submit="Save target"
			/>
			<p className="govuk-body">
				<AppLink className="govuk-link" href={`/targets/${id}/remove`}>
					Remove it
				</AppLink>
				, if it is not aimed at any more
			</p>
			<HistorySection items={history} />
		</Measure>
	);
}
