import { Details } from "#app/ui/details.tsx";

export interface MessagePreview {
	to: string;
	address: string;
	subject: string;
	text: string;
}

/** The exact mails that would go out, one under the other, each to be opened. */
export function MessagePreviews({ messages }: { messages: readonly MessagePreview[] }) {
	if (messages.length === 0) return null;
	return (
		<section aria-label="The messages">
			<h2 className="govuk-heading-s govuk-!-margin-bottom-2">
				{messages.length === 1 ? "The message" : `The ${messages.length} messages`}
			</h2>
			{messages.map(({ to, address, subject, text }) => (
				<Details key={address} summary={`See the message to ${to}`}>
					<p className="govuk-body govuk-!-margin-bottom-1">
						<span className="tt-quiet">To</span> {to}, {address}
					</p>
					<p className="govuk-body govuk-!-font-weight-bold">{subject}</p>
					<p className="govuk-body tt-as-typed govuk-!-margin-bottom-0">{text}</p>
				</Details>
			))}
		</section>
	);
}
