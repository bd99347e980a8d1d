import { runRetention } from "#app/commands/run-retention.ts";
import { setRetention } from "#app/commands/set-retention.ts";
import { readHistory } from "#app/data/history.ts";
import { retentionInput } from "#app/domain/retention/retention.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { badRequest, invalid, redirectWith } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { NumberInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/retention.ts";
import { DryRun } from "./retention-dry-run.tsx";
import { dryRunWords } from "./retention-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "retention.manage");
	const { app, settings, zone } = entered;
	const history = await readHistory(app.database.client, "setting", "retention");
	return {
		months: settings.retentionMonths,
		next: await lookAhead(entered, settings.retentionMonths),
		history: historyItems(history, zone),
	};
}

async function lookAhead({ command, zone }: Entered, months: number | null) {
	if (months === null) return null;
	return dryRunWords(await runRetention(command, { months, dryRun: true }), { months, zone });
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "retention.manage");
	const fields = await readForm(args.request);
	const parsed = parseWith(retentionInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, parsed.values);
	const { months } = parsed.data;
	if (fields.intent === "look") {
		return { values: fields, errors: undefined, looked: await lookAhead(entered, months) };
	}
	if (fields.intent !== "save") throw badRequest();
	await setRetention(entered.command, months);
	const message =
		months === null
			? "Contacts are kept until somebody anonymises them"
			: `Contacts are anonymised ${months} months after their last session, from tonight on`;
	return redirectWith(entered.app, "/settings/retention", { kind: "success", message });
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
	const { months, next, history } = loaderData;
	const errors = actionData?.errors;
	const typed = actionData ? [actionData.values.months ?? ""].flat()[0] : String(months ?? "");
	const looked = actionData && "looked" in actionData ? actionData.looked : undefined;
	return (
		<Measure>
			<PageTitle title="Retention" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Retention"
				lead="How long names and addresses of contacts are kept. Sessions and figures always stay."
				back={{ href: "/settings", text: "Settings" }}
			/>
			<form method="post" noValidate>
				<NumberInput
					name="months"
					label="Months after their last session"
					hint="Contacts without a session, a change or a retirement for so long are anonymised every night. Leave it blank to keep them until somebody anonymises them"
					width={4}
					defaultValue={typed}
					error={errorFor(errors, "months")}
				/>
				<ButtonGroup>
					<Button name="intent" value="save">
						Save
					</Button>
					<Button kind="secondary" name="intent" value="look">
						See what it would do
					</Button>
				</ButtonGroup>
			</form>
			{looked !== undefined ? (
				<DryRun run={looked} title="What it would do" />
			) : (
				<DryRun run={next} title="What tonight’s run will do" />
			)}
			<HistorySection items={history} />
		</Measure>
	);
}
