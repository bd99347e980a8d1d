import { CONFIRM_DAYS } from "#app/domain/requests/request-limits.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";

/** The reference, and what happens next. The same whoever asks, known here or not. */
export function Sent({ reference, email }: { reference: string; email: string }) {
	return (
		<Measure>
			<PageTitle title="One step left" />
			<PageHeading
				title="One step left: confirm your address"
				lead={
					<>
						Your reference is <strong>{reference}</strong>
					</>
				}
			/>
			<p className="govuk-body">
				We have sent a link to <strong>{email}</strong>. Open it and press “Confirm my request”
				within {CONFIRM_DAYS} days. Until then the team does not see your request, and afterwards it
				is deleted.
			</p>
			<p className="govuk-body">
				If nothing comes within a few minutes, look among unwanted mail, or go back and check the
				address.
			</p>
			<Section title="What happens next">
				<ol className="govuk-list govuk-list--number">
					<li>You confirm your address.</li>
					<li>A coordinator looks at your dates and who is free.</li>
					<li>
						You are told by mail: your sessions are booked, you are offered another date, you are on
						the waiting list, or we cannot come and why.
					</li>
				</ol>
			</Section>
		</Measure>
	);
}
