import { Form } from "react-router";
import { resendInvite } from "#app/commands/resend-invite.ts";
import { retryMessage } from "#app/commands/retry-message.ts";
import { sendHeldMessages } from "#app/commands/send-held-messages.ts";
import { readForm } from "#app/http/parse-form.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { badRequest, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Letter, LetterSource } from "#app/ui/letter.tsx";
import type { Flash } from "#app/ui/notification-banner.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/message.ts";
import { messageFacts, requireMessage } from "./message-facts.ts";
import { resendFlash } from "./resend-flash.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "outbox.view");
	return messageFacts(await requireMessage(entered, args.params.id), entered);
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "outbox.change");
	const { id, inviteId } = await requireMessage(entered, args.params.id);
	const { intent } = await readForm(args.request);
	const flash = await carryOut(entered, intent, id, inviteId);
	return redirectWith(entered.app, `/outbox/${id}`, flash);
}

async function carryOut(
	{ command }: Entered,
	intent: unknown,
	id: number,
	inviteId: string | null,
): Promise<Flash> {
	if (intent === "send") {
		const sent = await sendHeldMessages(command, { id });
		return sent.ok
			? { kind: "success", message: "The message is on its way" }
			: { kind: "important", message: "This message is not held any more" };
	}
	if (intent === "retry") {
		const tried = await retryMessage(command, id);
		if (tried.ok) return { kind: "success", message: `Trying again to reach ${tried.toName}` };
		return tried.reason === "overtaken"
			? {
					kind: "important",
					message:
						"This message no longer tells the session as it is: send the current one instead",
				}
			: { kind: "important", message: "This message does not wait to be sent any more" };
	}
	if (intent !== "resend" || inviteId === null) throw badRequest();
	return resendFlash(await resendInvite(command, inviteId));
}

export default function Message({ loaderData: message }: Route.ComponentProps) {
	const { subject, reference, tag, kind, answer, advice, version, sequence } = message;
	return (
		<>
			<PageTitle title={subject} />
			<PageHeading
				back={{ href: "/outbox", text: "Outbox" }}
				caption={kind}
				title={subject}
				status={<Tag colour={tag.colour}>{tag.word}</Tag>}
				lead={message.when}
			/>
			{advice && (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">{advice}</p>
				</Inset>
			)}
			<SummaryList
				rows={[
					{
						key: "Session",
						value: reference && (
							<AppLink className="govuk-link" href={`/sessions/${reference}/invites`}>
								{reference}
							</AppLink>
						),
					},
					{
						key: message.posted === null ? "Mail server said" : "The other system said",
						value: answer,
					},
					{
						key: "Tells",
						value: version && `Version ${version} of the session, under SEQUENCE ${sequence}`,
					},
				]}
			/>
			<MessageActions {...message.may} />
			{message.posted === null ? (
				<MailSection {...message} />
			) : (
				<Section title="As it is posted">
					<LetterSource text={message.posted} />
				</Section>
			)}
		</>
	);
}

function MailSection({ id, letter, text, ics }: Route.ComponentProps["loaderData"]) {
	return (
		<Section title="As its reader sees it">
			<Letter {...letter} />
			<p className="govuk-body">
				<a className="govuk-link" href={`/outbox/${id}/message.eml`}>
					Download the mail (.eml)
				</a>
				{ics && (
					<>
						{" or "}
						<a className="govuk-link" href={`/outbox/${id}/invite.ics`}>
							the calendar file (.ics)
						</a>
					</>
				)}
			</p>
			<Details summary="See the plain text">
				<LetterSource text={text} />
			</Details>
			{ics && (
				<Details summary="See the calendar file">
					<LetterSource text={ics} />
				</Details>
			)}
		</Section>
	);
}

function MessageActions({
	send,
	retry,
	resend,
}: {
	send: boolean;
	retry: boolean;
	resend: boolean;
}) {
	if (!send && !retry && !resend) return null;
	return (
		<div className="tt-section">
			<Actions>
				{send && <Intent name="send" text="Send now" primary />}
				{retry && <Intent name="retry" text="Try now" primary />}
				{resend && <Intent name="resend" text="Send the session as it is now" primary={!retry} />}
			</Actions>
		</div>
	);
}

function Intent({ name, text, primary }: { name: string; text: string; primary: boolean }) {
	return (
		<Form method="post">
			<Hidden name="intent" value={name} />
			<Button kind={primary ? "primary" : "secondary"}>{text}</Button>
		</Form>
	);
}
