/** What is offered, what is needed and how long it takes. */
export function StartSection({ partnership }: { partnership: string }) {
	return (
		<>
			<p className="govuk-body">
				{partnership} sends educators to schools, colleges and youth groups. Ask here for one
				session or several. You need no account.
			</p>
			<h2 className="govuk-heading-s govuk-!-margin-bottom-1">It takes 2 minutes. Have ready</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>the year groups and roughly how many young people</li>
				<li>up to three dates that suit you</li>
				<li>your work email address, where you confirm the request</li>
			</ul>
			<p className="govuk-body">Please give no names or details of pupils anywhere.</p>
		</>
	);
}
