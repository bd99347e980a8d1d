import type { ReactNode } from "react";
import type { CohortWords } from "#app/http/cohort-words.ts";
import { NewTabLink } from "#app/ui/new-tab-link.tsx";
import { Panel } from "#app/ui/section.tsx";

interface Props {
	cohorts: readonly CohortWords[];
	/** How a programme that could come next is shown: a link to book it, where that loses nothing. */
	nextOf: (cohort: CohortWords, programme: { id: string; name: string }) => ReactNode;
}

/** What each year group has had here, and what comes next. */
export function CohortList({ cohorts, nextOf }: Props) {
	return cohorts.map((cohort) => (
		<div className="tt-cohort" key={cohort.yearGroup}>
			<h3 className="govuk-heading-s govuk-!-margin-bottom-1">{cohort.label}</h3>
			{cohort.had.length === 0 ? (
				<p className="govuk-body-s govuk-!-margin-bottom-1">Nothing before.</p>
			) : (
				<ul className="govuk-list govuk-body-s govuk-!-margin-bottom-1">
					{cohort.had.map(({ reference, programme, when }) => (
						<li key={reference}>
							<NewTabLink href={`/sessions/${reference}`}>{programme}</NewTabLink>, {when}
						</li>
					))}
					{cohort.more > 0 && <li>and {cohort.more} more before</li>}
				</ul>
			)}
			{cohort.next.length > 0 && (
				<p className="govuk-body-s">
					Could come next:{" "}
					{cohort.next.map((programme, at) => (
						<span key={programme.id}>
							{at > 0 && ", "}
							{nextOf(cohort, programme)}
						</span>
					))}
				</p>
			)}
		</div>
	));
}

/** Beside a form, where following a link would lose what was typed. */
export function BookingCohorts({ cohorts }: Pick<Props, "cohorts">) {
	if (cohorts.length === 0) return null;
	return (
		<Panel title="What they have had here" quiet>
			<CohortList cohorts={cohorts} nextOf={(_cohort, { name }) => name} />
		</Panel>
	);
}
