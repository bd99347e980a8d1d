import { Details } from "#app/ui/details.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

interface Props {
	/** Whose sessions it shows. */
	name: string;
	/** https://… */
	address: string;
}

/** A feed's address, which is shown this once. */
export function FeedAddress({ name, address }: Props) {
	return (
		<>
			<NotificationBanner kind="success" title={`The calendar feed of ${name} is ready`}>
				<p className="govuk-body govuk-!-margin-bottom-0">
					Copy its address now: it is shown only once. Whoever has it can read this calendar, so
					give it to nobody else.
				</p>
			</NotificationBanner>
			<TextInput
				name="address"
				label="Address of the feed"
				readOnly
				width="full"
				defaultValue={address}
				spellCheck={false}
			/>
			<p className="govuk-body">
				<a className="govuk-link" href={address.replace(/^https?:/, "webcal:")}>
					Subscribe in the calendar program of this device
				</a>
			</p>
			<FeedHelp />
		</>
	);
}

export function FeedHelp() {
	return (
		<Details summary="How to subscribe">
			<ul className="govuk-list govuk-list--bullet">
				<li>Outlook: Add calendar, Subscribe from web, then paste the address.</li>
				<li>Google Calendar: Other calendars, From URL, then paste the address.</li>
				<li>iPhone and Mac: open the link above, or File, New calendar subscription.</li>
			</ul>
			<p className="govuk-body govuk-!-margin-bottom-0">
				Calendars fetch it by themselves: Apple’s about every hour, Outlook’s every few hours,
				Google’s once or twice a day. A change at short notice is therefore always sent by mail too.
			</p>
		</Details>
	);
}
