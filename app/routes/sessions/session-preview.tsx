import { previewInvites } from "#app/commands/preview-invites.ts";
import { letterHtml } from "#app/http/letter-html.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Letter, LetterSource } from "#app/ui/letter.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/session-preview.ts";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "outbox.view");
	const { app, command } = entered;
	const { client } = app.database;
	const session = await requireSession(client, args.params.ref);
	const messages = await previewInvites(client, command, session);
	return {
		head: sessionHead(session, entered),
		messages: messages.map(({ toName, toAddress, fromName, fromAddress, ...message }) => ({
			toName: toName || toAddress,
			letter: {
				from: `${fromName} <${fromAddress}>`,
				to: toName ? `${toName} <${toAddress}>` : toAddress,
				subject: message.subject,
				html: letterHtml(message.html),
			},
			text: message.text,
			ics: message.ics ?? "",
		})),
	};
}

export default function SessionPreview({ loaderData: { head, messages } }: Route.ComponentProps) {
	return (
		<>
			<PageTitle title={`Messages, ${head.title}, ${head.reference}`} />
			<PageHeading
				back={{ href: `/sessions/${head.reference}/invites`, text: "Invites of this session" }}
				caption={head.reference}
				title="What each person would get now"
				lead={`${head.title}, ${head.when}`}
			/>
			{messages.length === 0 && (
				<EmptyState title="Nobody would get a message">
					Nobody is on this session, or nobody who was has heard of it.
				</EmptyState>
			)}
			{messages.map(({ toName, letter, text, ics }) => (
				<Section key={letter.to} title={`To ${toName}`}>
					<Letter {...letter} />
					<Details summary="See the plain text">
						<LetterSource text={text} />
					</Details>
					<Details summary="See the calendar file">
						<LetterSource text={ics} />
					</Details>
				</Section>
			))}
		</>
	);
}
