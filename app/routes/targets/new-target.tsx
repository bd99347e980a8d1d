import { createTarget } from "#app/commands/create-target.ts";
import { targetInput } from "#app/domain/reach/target-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-target.ts";
import { targetErrors } from "./refusal-words.ts";
import { TargetForm, targetChoices } from "./target-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, today } = await requireActor(args, "targets.change");
	return { choices: await targetChoices(app.database.client, today) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "targets.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(targetInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createTarget(command, parsed.data);
	if (!outcome.ok) return invalid(targetErrors(outcome), fields);
	return redirectWith(app, "/targets", { kind: "success", message: "The target was added" });
}

export default function NewTarget({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Add target" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Add target" back={{ href: "/targets", text: "Targets" }} />
			<TargetForm
				choices={loaderData.choices}
				values={actionData?.values ?? {}}
				errors={errors}
				submit="Add target"
			/>
		</Measure>
	);
}
