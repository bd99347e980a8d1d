import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	name: string;
	token: string;
	until: string;
}

/** A token, which is shown this once. */
export function ShownToken({ name, token, until }: Props) {
	return (
		<>
			<NotificationBanner kind="success" title={`The token for ${name} is made`}>
				<p className="govuk-body govuk-!-margin-bottom-0">
					Copy it now: it is shown only once. It works until {until}. Whoever has it acts as you, so
					keep it as you keep a password.
				</p>
			</NotificationBanner>
			<TextInput
				name="token"
				label="Token"
				hint="Sent as the header “Authorization: Bearer” with the token after it"
				readOnly
				width="full"
				defaultValue={token}
				spellCheck={false}
			/>
		</>
	);
}
