import { createWebhook } from "#app/commands/create-webhook.ts";
import { countDeliveries, listWebhooks } from "#app/data/webhooks.ts";
import { webhookInput } from "#app/domain/api/webhook-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/webhooks.ts";
import { NewWebhookForm } from "./new-webhook-form.tsx";
import { ShownSecret } from "./shown-secret.tsx";
import { WebhookTable } from "./webhook-table.tsx";
import { webhookRow } from "./webhook-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "webhooks.manage");
	const { client } = app.database;
	const [webhooks, deliveries] = await Promise.all([listWebhooks(client), countDeliveries(client)]);
	return { rows: webhooks.map((one) => webhookRow(one, deliveries.get(one.id), zone)) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "webhooks.manage");
	const parsed = parseWith(webhookInput, await readForm(args.request));
	if (!parsed.ok) return invalid(parsed.errors, parsed.values);
	const { id } = await createWebhook(command, parsed.data);
	const secret = app.webhooks.secretOf({ id, generation: 1 });
	return { title: `${parsed.data.name} will be told`, secret };
}

export default function Webhooks({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData && "errors" in actionData ? actionData.errors : undefined;
	const values = actionData && "values" in actionData ? actionData.values : {};
	const made = actionData && "secret" in actionData ? actionData : null;
	return (
		<>
			<PageTitle title="Webhooks" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Webhooks"
				lead="Other systems that are told of changes to sessions as they happen"
				back={{ href: "/settings", text: "Settings" }}
			/>
			{made && (
				<Measure>
					<ShownSecret {...made} />
				</Measure>
			)}
			<Section title="Systems that are told">
				<WebhookTable rows={loaderData.rows} />
			</Section>
			<Section title="Tell another system">
				<Measure>
					<NewWebhookForm errors={errors} values={values} />
				</Measure>
			</Section>
		</>
	);
}
