import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";

export default function Accessibility() {
	return (
		<Measure>
			<PageTitle title="Accessibility" />
			<PageHeading
				title="Accessibility"
				lead="Termtime is made so that everybody who arranges, delivers or hosts a session can use it."
			/>
			<p className="govuk-body">You should be able to:</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>do everything with a keyboard, and see at all times where you are</li>
				<li>do everything with a screen reader</li>
				<li>zoom to 400% without text running off the page, and on a phone held either way</li>
				<li>change colours and contrast without losing anything: no colour stands alone</li>
				<li>use it without JavaScript: forms send, and links lead somewhere</li>
			</ul>
			<Section title="How accessible it is">
				<p className="govuk-body">
					Termtime is built to the Web Content Accessibility Guidelines version 2.2, level AA. Each
					release is checked by automatic tests of its pages in a real browser, with and without
					JavaScript. It has not yet been audited by people outside the team that makes it, so there
					may be problems that nobody has told us of.
				</p>
				<p className="govuk-body">Known limits:</p>
				<ul className="govuk-list govuk-list--bullet">
					<li>
						In the calendar, dragging a session needs a mouse or a finger. The Move button of the
						session does the same from a keyboard.
					</li>
					<li>Charts are pictures. A table with the same figures stands beside each.</li>
				</ul>
			</Section>
			<Section title="If something is in your way">
				<p className="govuk-body">
					Tell the team that sent you here: schools can answer any invite, and staff can ask their
					administrator. Say which page it was and what you use to read it. If you need something in
					another form, such as large print or a telephone call, ask the same people. If their
					answer does not help, the Equality Advisory and Support Service can advise you.
				</p>
			</Section>
		</Measure>
	);
}
