import { Form } from "react-router";
import { resendInvite } from "#app/commands/resend-invite.ts";
import { sendHeldMessages } from "#app/commands/send-held-messages.ts";
import { may } from "#app/domain/access/permissions.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { badRequest, notFound, redirectWith } from "#app/http/respond.ts";
import { resendFlash } from "#app/routes/outbox/resend-flash.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Inset } from "#app/ui/inset.tsx";
import type { Flash } from "#app/ui/notification-banner.tsx";
import { Section } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/session-invites.ts";
import { readInviteRows } from "./invite-rows.ts";
import { InviteTable } from "./invite-table.tsx";
import { SessionFrame } from "./session-frame.tsx";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "contacts.view");
	const session = await requireSession(entered.app.database.client, args.params.ref);
	const { rows, held } = await readInviteRows(session, entered);
	return {
		head: sessionHead(session, entered),
		version: session.sequence + 1,
		coming: rows.filter(({ coming }) => coming),
		gone: rows.filter(({ coming }) => !coming),
		held,
		mayChange: may(entered.actor.role, "outbox.change"),
		mailServer: entered.app.mail !== null,
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "outbox.change");
	const { reference, invites } = await requireSession(app.database.client, args.params.ref);
	const { intent, invite } = await readForm(args.request);
	const to = `/sessions/${reference}/invites`;
	if (intent === "send-held") {
		const sent = await sendHeldMessages(command, { reference });
		return redirectWith(app, to, heldFlash(sent.ok ? sent.messages : 0));
	}
	if (intent !== "resend" || typeof invite !== "string") throw badRequest();
	if (!invites.some(({ id }) => id === invite)) throw notFound();
	return redirectWith(app, to, resendFlash(await resendInvite(command, invite)));
}

function heldFlash(messages: number): Flash {
	if (messages === 0) return { kind: "important", message: "Nothing is held any more" };
	const what = messages === 1 ? "The message is" : `${messages} messages are`;
	return { kind: "success", message: `${what} on the way` };
}

export default function SessionInvites({ loaderData }: Route.ComponentProps) {
	const { head, coming, gone, held, version, mayChange, mailServer } = loaderData;
	return (
		<SessionFrame head={head} tab="invites">
			{held > 0 && <Held reference={head.reference} held={held} mayChange={mayChange} />}
			{!mailServer && (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">
						No mail server is set up: messages wait in the{" "}
						<AppLink className="govuk-link" href="/outbox">
							outbox
						</AppLink>
						, where they can be read and downloaded.
					</p>
				</Inset>
			)}
			<Section
				title={`Calendars should show version ${version}`}
				action={
					mayChange && (
						<AppLink className="govuk-link" href={`/sessions/${head.reference}/preview`}>
							See the message to each
						</AppLink>
					)
				}
			>
				{coming.length === 0 ? (
					<EmptyState title="Nobody is to have this session in their calendar">
						Whoever delivers it and every contact chosen for it gets an invite.
					</EmptyState>
				) : (
					<InviteTable caption="Who is invited" rows={coming} />
				)}
			</Section>
			{gone.length > 0 && (
				<Section title="No longer invited">
					<InviteTable caption="Who was invited and is to have it no more" rows={gone} />
				</Section>
			)}
		</SessionFrame>
	);
}

function Held({
	reference,
	held,
	mayChange,
}: {
	reference: string;
	held: number;
	mayChange: boolean;
}) {
	return (
		<Inset>
			<p className="govuk-body">
				{held === 1 ? "1 message is" : `${held} messages are`} held: nobody has been told of the
				last change yet.
			</p>
			{mayChange && (
				<Actions>
					<Form method="post">
						<Hidden name="intent" value="send-held" />
						<Button small>{held === 1 ? "Send it now" : `Send all ${held} now`}</Button>
					</Form>
					<AppLink className="govuk-link" href={`/sessions/${reference}/preview`}>
						Read first what they will get
					</AppLink>
				</Actions>
			)}
		</Inset>
	);
}
