import { replaceWebhookSecret } from "#app/commands/replace-webhook-secret.ts";
import { stopWebhook } from "#app/commands/stop-webhook.ts";
import { countDeliveries, findWebhook } from "#app/data/webhooks.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/webhook.ts";
import { ShownSecret } from "./shown-secret.tsx";
import { webhookRow } from "./webhook-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "webhooks.manage");
	const { client } = app.database;
	const webhook = await findWebhook(client, args.params.id);
	if (!webhook) throw notFound();
	const deliveries = await countDeliveries(client);
	return webhookRow(webhook, deliveries.get(webhook.id), zone);
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "webhooks.manage");
	const { id } = args.params;
	const { intent } = await readForm(args.request);
	if (intent === "stop") {
		if (!(await stopWebhook(command, id)).ok) throw notFound();
		const message = "The webhook has stopped";
		return redirectWith(app, "/settings/webhooks", { kind: "success", message });
	}
	if (intent !== "replace") throw badRequest();
	const replaced = await replaceWebhookSecret(command, id);
	if (!replaced.ok) throw notFound();
	const secret = app.webhooks.secretOf({ id, generation: replaced.generation });
	return { title: "The secret is replaced", secret };
}

export default function Webhook({ loaderData, actionData }: Route.ComponentProps) {
	const { name, url, events, made, stopped, lastSent, waiting, failed } = loaderData;
	return (
		<Measure>
			<PageTitle title={`Webhook: ${name}`} />
			<PageHeading
				title={name}
				caption="Webhook"
				status={stopped && <Tag>Stopped</Tag>}
				lead={made}
				back={{ href: "/settings/webhooks", text: "Webhooks" }}
			/>
			{actionData && <ShownSecret {...actionData} />}
			<SummaryList
				rows={[
					{ key: "Address", value: <span className="tt-break">{url}</span> },
					{ key: "Told of", value: events.join(". ") },
					{ key: "Last told", value: lastSent },
					{ key: "Waiting", value: waiting },
					{ key: "Failed", value: failed },
					{
						key: "Messages",
						value: (
							<AppLink className="govuk-link" href={`/outbox?q=${encodeURIComponent(name)}`}>
								In the outbox
							</AppLink>
						),
					},
				]}
			/>
			{!stopped && (
				<>
					<ConfirmPanel
						title="Replace the secret"
						consequences={[
							"Every message from now on is signed with a new secret, which is shown once",
							"The other system refuses messages until it has the new one; they are sent again",
						]}
					>
						<Intent name="replace" text="Replace secret" />
					</ConfirmPanel>
					<ConfirmPanel
						title="Stop"
						consequences={[
							"The other system is told nothing any more",
							waiting === 0
								? "Nothing waits to be sent to it"
								: `${waiting} waiting ${waiting === 1 ? "message is" : "messages are"} not sent`,
							"It cannot be started again: add it anew if it is needed",
						]}
					>
						<Intent name="stop" text="Stop webhook" warning />
					</ConfirmPanel>
				</>
			)}
		</Measure>
	);
}

function Intent({ name, text, warning }: { name: string; text: string; warning?: boolean }) {
	return (
		<form method="post">
			<Hidden name="intent" value={name} />
			<Button kind={warning ? "warning" : "secondary"}>{text}</Button>
		</form>
	);
}
