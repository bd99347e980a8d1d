import { Details } from "#app/ui/details.tsx";

/** What cannot be seen from here, and explains what people say on the telephone. */
export function OutboxNotes() {
	return (
		<section className="tt-section" aria-label="About the outbox">
			<Details summary="They say the invite is not in their calendar">
				<p className="govuk-body">
					“Sent” means that a mail server took the message, not that it was read. Google calendars
					are often set to show invites “only if the sender is known”: the first one then stays in
					the mail until it is answered there, and everything after it goes straight into the
					calendar. Ask them to open the mail and choose Yes, or to add our address to their
					contacts.
				</p>
				<p className="govuk-body">
					If the mail itself is missing, ask them to look in junk mail, then use “Send again” on the
					session’s invites. It sends the session as it is now and makes no second entry.
				</p>
			</Details>
			<Details summary="How messages are sent and tried again">
				<p className="govuk-body">
					A message leaves as soon as the change is saved. When a mail server asks to come back, it
					is tried again after 1, 5 and 30 minutes, 2 and 6 hours, then daily for four days. What is
					refused for good is not tried again by itself. Messages about one session to one person
					always leave in order. While our own mail server does not answer, everything waits and
					nothing is given up.
				</p>
			</Details>
		</section>
	);
}
