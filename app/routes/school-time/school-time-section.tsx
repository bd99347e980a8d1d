import { AppLink } from "#app/ui/app-link.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { SchoolTimeFacts } from "./school-time-facts.ts";

/** When a school teaches: terms and lessons, on its page. */
export function SchoolTimeSection({ facts }: { facts: SchoolTimeFacts }) {
	const { id, dates, lessons, weekLetter, mayChange } = facts;
	if (dates === null) return null;
	return (
		<Section title="School time">
			<SummaryList
				rows={[
					{
						key: "Term dates",
						value: dates,
						action: { href: `/venues/${id}/dates`, text: "See dates", about: "of the terms" },
					},
					{
						key: "Lessons",
						value: <Lessons lessons={lessons} />,
						...(mayChange && {
							action: { href: `/venues/${id}/lessons`, text: "Change", about: "the lesson times" },
						}),
					},
					{ key: "This week", value: weekLetter && `Week ${weekLetter}` },
				]}
			/>
			{dates.startsWith("Missing") && (
				<p className="govuk-body">
					Without dates no booking here is warned of holidays.{" "}
					{mayChange && (
						<AppLink className="govuk-link" href={`/venues/${id}/dates/new`}>
							Add dates for this school
						</AppLink>
					)}
				</p>
			)}
		</Section>
	);
}

function Lessons({ lessons }: Pick<SchoolTimeFacts, "lessons">) {
	if (lessons.length === 0) return "Not known";
	return (
		<ul className="govuk-list govuk-!-margin-bottom-0">
			{lessons.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
