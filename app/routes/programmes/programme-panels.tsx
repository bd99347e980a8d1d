import { AppLink } from "#app/ui/app-link.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ProgrammeFacts } from "./programme-facts.ts";

interface Props {
	programme: ProgrammeFacts;
}

/** What a session of it is and takes. */
export function NeedsPanel({ programme }: Props) {
	const { schoolProvides, bring } = programme;
	return (
		<Section title="What it takes">
			<SummaryList
				rows={[
					{ key: "Length", value: programme.length },
					{ key: "Year groups", value: programme.yearGroups },
					{ key: "Largest group", value: programme.largestGroup },
					{ key: "Facilitators", value: programme.facilitators },
					{ key: "The school provides", value: <Things lines={schoolProvides} /> },
					{ key: "We bring", value: <Things lines={bring} /> },
				]}
			/>
		</Section>
	);
}

function Things({ lines }: { lines: readonly string[] }) {
	if (lines.length === 0) return "Nothing";
	return (
		<ul className="tt-cell-list">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

/** Who may deliver it. */
export function QualifiedPanel({ programme: { people, mayChange } }: Props) {
	return (
		<Panel title="Who may deliver it">
			{people.length === 0 && (
				<p className="govuk-body">
					Nobody yet.{mayChange && " Choose it for somebody under People."}
				</p>
			)}
			<ul className="tt-people">
				{people.map(({ id, name, agency, until, expired }) => (
					<li className="tt-people__item" key={id}>
						<AppLink className="govuk-link" href={`/people/${id}`}>
							{name}
						</AppLink>
						<span className="tt-quiet">
							{agency}
							{until && !expired && `, until ${until}`}
						</span>
						{expired && (
							<span>
								<Tag colour="orange">Expired {until}</Tag>
							</span>
						)}
					</li>
				))}
			</ul>
		</Panel>
	);
}
