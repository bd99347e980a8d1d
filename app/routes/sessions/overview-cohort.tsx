import { AppLink } from "#app/ui/app-link.tsx";
import { Panel } from "#app/ui/section.tsx";
import type { AroundSession } from "./around-session.ts";
import { CohortList } from "./cohort-list.tsx";

/** What else the year groups of a session had at this school, and what could come next. */
export function CohortPanel({ around: { cohorts, bookHrefs } }: { around: AroundSession }) {
	if (cohorts.length === 0) return null;
	return (
		<Panel title="Had here before, and next" quiet>
			<CohortList
				cohorts={cohorts}
				nextOf={({ yearGroup }, { id, name }) => {
					const href = bookHrefs[`${yearGroup} ${id}`];
					return href ? (
						<AppLink className="govuk-link" href={href}>
							book {name}
						</AppLink>
					) : (
						name
					);
				}}
			/>
		</Panel>
	);
}

/** The sessions that were booked together with this one. Each is changed on its own. */
export function SeriesPanel({ around: { series } }: { around: AroundSession }) {
	if (series.length === 0) return null;
	return (
		<Panel
			title={`Booked together with ${series.length} ${series.length === 1 ? "other" : "others"}`}
			quiet
		>
			<ul className="govuk-list govuk-body-s govuk-!-margin-bottom-1">
				{series.map(({ reference, when, status }) => (
					<li key={reference}>
						<AppLink className="govuk-link" href={`/sessions/${reference}`}>
							{when}
						</AppLink>
						{status && <span className="tt-quiet"> {status}</span>}
					</li>
				))}
			</ul>
			<p className="govuk-body-s">Each of them is changed on its own.</p>
		</Panel>
	);
}
