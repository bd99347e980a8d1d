import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Panel } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";

interface Props {
	user: { id: string; disabled: boolean; hasPassword: boolean; twoStep: boolean };
	/** The reader's own account, which another administrator would disable. */
	own: boolean;
}

/** What can be done to an account now, besides changing what it says. */
export function UserActions({ user, own }: Props) {
	return (
		<Panel title="What you can do">
			<Actions stacked>
				{!user.disabled && !user.hasPassword && (
					<Step intent="invite">Send the invitation again</Step>
				)}
				{user.twoStep && <Step intent="two-step">Turn off two-step sign-in for them</Step>}
				{user.disabled && <Step intent="enable">Enable account</Step>}
				{!user.disabled && !own && (
					<ButtonLink kind="secondary" href={`/settings/users/${user.id}/disable`}>
						Disable account
					</ButtonLink>
				)}
			</Actions>
			{user.twoStep && (
				<p className="govuk-body-s">
					Turn it off only for somebody who lost their device, and whom you have spoken to.
				</p>
			)}
			{own && (
				<p className="govuk-body-s">
					This is your own account: another administrator would disable it.
				</p>
			)}
		</Panel>
	);
}

function Step({ intent, children }: { intent: string; children: string }) {
	return (
		<form method="post">
			<Hidden name="intent" value={intent} />
			<Button kind="secondary">{children}</Button>
		</form>
	);
}
