import { KEEP_UNCONFIRMED_DAYS } from "#app/domain/requests/request-limits.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";

export default function Privacy() {
	return (
		<Measure>
			<PageTitle title="Privacy" />
			<PageHeading
				title="Privacy"
				lead="Termtime holds the names of people who arrange and deliver sessions. It holds nothing about pupils."
			/>
			<Section title="What is stored">
				<ul className="govuk-list govuk-list--bullet">
					<li>
						<strong>Staff:</strong> name, work email address, telephone number if given, agency,
						role, what they may deliver, and the sessions they deliver; working hours, base, the end
						of their vetting, and days away, without a reason in words. Passwords are stored only in
						a form that cannot be turned back.
					</li>
					<li>
						<strong>Contacts at schools and other venues:</strong> name, work email address, role,
						telephone number if given, the invites sent to them and what they answered.
					</li>
					<li>
						<strong>Schools that ask for a session:</strong> the name, work email address, role and
						telephone number if given of whoever asked, and what they wrote. An address that is not
						confirmed gets one message and no other, and the request is deleted after{" "}
						{KEEP_UNCONFIRMED_DAYS} days.
					</li>
					<li>
						<strong>What was done:</strong> who booked, changed or closed out what, and when.
					</li>
				</ul>
			</Section>
			<Section title="What is not stored">
				<p className="govuk-body">
					No pupil is ever named or identified. A session has a count of young people for each year
					group, and counts of onward referrals by kind of service. Estimates of how many different
					young people were reached are worked out from those counts alone.
				</p>
			</Section>
			<Section title="Who sees it">
				<p className="govuk-body">
					Staff of the partnership who sign in, each as far as their role needs. An invite holds the
					title, time, place, what to prepare and the team’s own contact details: no other person’s
					telephone number, and none of the team’s notes. Nothing is given to advertisers, and no
					other company counts or follows visits.
				</p>
			</Section>
			<Section title="Cookies">
				<p className="govuk-body">
					There are two kinds, both needed for the service to work: one keeps you signed in, and one
					carries the message “Saved” from one page to the next. Neither follows you anywhere else,
					so you are not asked to agree to them.
				</p>
			</Section>
			<Section title="How long it is kept">
				<p className="govuk-body">
					The partnership sets how long it keeps the names of people it no longer works with. When a
					contact is removed, their name and address go, and the sessions and figures stay. Sign-ins
					end after 12 hours without use.
				</p>
			</Section>
			<Section title="Your rights">
				<p className="govuk-body">
					You can ask for a copy of what is held about you, have it corrected, or have it removed.
					Ask the team that sent you here: staff can ask their administrator, and contacts can
					answer any invite. You can also complain to the Information Commissioner’s Office.
				</p>
			</Section>
		</Measure>
	);
}
