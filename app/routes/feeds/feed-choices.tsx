import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Hidden } from "#app/ui/text-input.tsx";

/** What can be done with a feed, and what each does to those who subscribed to it. */
export function FeedChoices({ mayReplace }: { mayReplace: boolean }) {
	return (
		<>
			{mayReplace && (
				<ConfirmPanel
					title="Give it another address"
					consequences={[
						"The address in use now stops at once: everybody who subscribed has to subscribe anew.",
						"The new address is shown once.",
					]}
				>
					<Form method="post">
						<Hidden name="intent" value="replace" />
						<Button kind="secondary">Replace the address</Button>
					</Form>
				</ConfirmPanel>
			)}
			<ConfirmPanel
				title="Stop the feed"
				warning
				consequences={[
					"Calendars that subscribed keep what they fetched last, or drop it, and learn of no change any more.",
					"Invites by mail go on as before.",
				]}
			>
				<Form method="post">
					<Hidden name="intent" value="stop" />
					<Button kind="warning">Stop the feed</Button>
				</Form>
			</ConfirmPanel>
		</>
	);
}
