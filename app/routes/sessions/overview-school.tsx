import { Panel } from "#app/ui/section.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { FromSchool } from "./school-facts.ts";

/** What the school answered before the session, and what it said afterwards, in its own words. */
export function SchoolPanel({ school }: { school: FromSchool }) {
	if (school.answers.length === 0 && school.reports.length === 0) return null;
	return (
		<Panel title="From the school">
			{school.answers.map(({ key, name, word, when, note }) => (
				<div className="tt-said" key={key}>
					<p className="govuk-body govuk-!-margin-bottom-1">
						<strong>{word}</strong>{" "}
						<span className="tt-quiet">
							{name}, {when}
						</span>
					</p>
					{note && <p className="govuk-body tt-as-typed">{note}</p>}
				</div>
			))}
			<SchoolReports school={school} />
		</Panel>
	);
}

/** The numbers of the school, beside those that are recorded. */
export function SchoolReports({ school: { reports } }: { school: FromSchool }) {
	return reports.map(({ key, name, when, said, closedOut, differs, comment }) => (
		<div className="tt-said" key={key}>
			<p className="govuk-body govuk-!-margin-bottom-1">
				<strong>{said}</strong> {differs && <Tag colour="orange">Not as recorded</Tag>}{" "}
				<span className="tt-quiet">
					{name}, {when}
				</span>
			</p>
			{closedOut && (
				<p className="govuk-body-s govuk-!-margin-bottom-1">
					Nothing was recorded then: this closed the session out.
				</p>
			)}
			{comment && <p className="govuk-body tt-as-typed">{comment}</p>}
		</div>
	));
}
