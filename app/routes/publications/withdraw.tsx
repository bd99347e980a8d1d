import { Form, redirect } from "react-router";
import { z } from "zod";
import { withdrawPublication } from "#app/commands/withdraw-publication.ts";
import { findPublication } from "#app/data/publications.ts";
import { multiLine } from "#app/domain/text.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Route } from "./+types/withdraw.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "reach.publish");
	const publication = await findPublication(app.database.client, { id: args.params.id });
	if (!publication) throw notFound();
	const { id, line, withdrawn } = publication;
	if (withdrawn) throw redirect(`/publications/${id}`, 303);
	return { id, line };
}

const input = z.object({ reason: multiLine(500, "a reason for withdrawing it") });

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "reach.publish");
	const fields = await readForm(args.request);
	const { id } = args.params;
	if (!(await findPublication(app.database.client, { id }))) throw notFound();
	const parsed = parseWith(input, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await withdrawPublication(command, id, parsed.data.reason);
	if (!outcome.ok && outcome.reason === "not_found") throw notFound();
	const flash = outcome.ok
		? ({ kind: "success", message: "Withdrawn. Its public page now says so" } as const)
		: ({ kind: "important", message: `${outcome.byName} has already withdrawn it` } as const);
	return redirectWith(app, `/publications/${id}`, flash);
}

export default function Withdraw({ loaderData, actionData }: Route.ComponentProps) {
	const { id, line } = loaderData;
	const errors = actionData?.errors;
	const title = "Withdraw this publication";
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: `/publications/${id}`, text: "Publication" }} />
			<blockquote className="tt-press__line">{line}</blockquote>
			<ConfirmPanel
				title="What will happen"
				warning
				consequences={[
					"Its public page says that it was withdrawn, and shows its figures no longer.",
					"The line, its figures and its list are kept here, with your reason.",
					"It cannot be brought back: publish a new line instead.",
				]}
			>
				<Form method="post" noValidate>
					<Textarea
						name="reason"
						label="Why it is withdrawn"
						hint="For the team: the public page does not show it"
						defaultValue={textOf(actionData?.values ?? {}, "reason")}
						error={errorFor(errors, "reason")}
					/>
					<ButtonGroup>
						<Button kind="warning">Withdraw</Button>
						<AppLink className="govuk-link" href={`/publications/${id}`}>
							Keep it
						</AppLink>
					</ButtonGroup>
				</Form>
			</ConfirmPanel>
		</Measure>
	);
}
