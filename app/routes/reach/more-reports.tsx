import { AppLink } from "#app/ui/app-link.tsx";
import { Section } from "#app/ui/section.tsx";

const reports = [
	{
		path: "/evaluation",
		text: "Evaluation",
		about: "what young people answered before and after, and what teachers say",
	},
	{
		path: "/follow-ups",
		text: "Follow-ups",
		about: "how many young people were passed on to other services, by kind",
	},
];

/** The other reports on the same sessions, with the same filters. */
export function MoreReports({ given }: { given: Record<string, string> }) {
	const { by: _by, ...filters } = given;
	return (
		<Section title="More about these sessions">
			<ul className="govuk-list">
				{reports.map(({ path, text, about }) => (
					<li key={path}>
						<AppLink className="govuk-link" href={`${path}?${new URLSearchParams(filters)}`}>
							{text}
						</AppLink>
						: {about}
					</li>
				))}
			</ul>
		</Section>
	);
}
