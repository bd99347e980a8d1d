import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	title: string;
	secret: string;
}

/** A webhook's secret, which is shown this once. */
export function ShownSecret({ title, secret }: Props) {
	return (
		<>
			<NotificationBanner kind="success" title={title}>
				<p className="govuk-body govuk-!-margin-bottom-0">
					Give the other system this secret now: it is shown only once. With it the system checks
					that a message came from here and was not changed.
				</p>
			</NotificationBanner>
			<TextInput
				name="secret"
				label="Secret"
				hint="As Standard Webhooks has it: the header webhook-signature is checked with it"
				readOnly
				width="full"
				defaultValue={secret}
				spellCheck={false}
			/>
		</>
	);
}
