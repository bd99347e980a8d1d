import { AppLink } from "#app/ui/app-link.tsx";
import { Section } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PersonTimeFacts } from "./person-time-facts.ts";

/** When somebody works and when they are away, on their page. */
export function PersonTimeSection({ time }: { time: PersonTimeFacts }) {
	const { id, pattern, limits, vetting, vettingOver, base, mayChange } = time;
	const change = mayChange && (
		<AppLink className="govuk-link" href={`/people/${id}/time`}>
			Change<span className="govuk-visually-hidden"> working time</span>
		</AppLink>
	);
	return (
		<>
			<Section title="Working time" action={change}>
				<SummaryList
					rows={[
						{
							key: "Hours",
							value: <Lines lines={pattern} none="Not recorded: any time is fine" />,
						},
						{ key: "At most", value: limits },
						{
							key: "Vetting",
							value: (
								<>
									{vetting ?? "Not recorded"} {vettingOver && <Tag colour="red">Run out</Tag>}
								</>
							),
						},
						{ key: "Base", value: base ?? "Not recorded: no travel from or to a base" },
					]}
				/>
			</Section>
			<Away time={time} />
		</>
	);
}

function Away({ time: { id, absences, mayChange } }: { time: PersonTimeFacts }) {
	const add = mayChange && (
		<AppLink className="govuk-link" href={`/people/${id}/absences/new`}>
			Add leave or training
		</AppLink>
	);
	return (
		<Section title="Away" action={add}>
			{absences.length === 0 ? (
				<p className="govuk-body">No leave, training or other absence from today on.</p>
			) : (
				<ul className="govuk-list">
					{absences.map(({ id: absenceId, text, now }) => (
						<li key={absenceId}>
							{mayChange ? (
								<AppLink className="govuk-link" href={`/absences/${absenceId}`}>
									{text}
								</AppLink>
							) : (
								text
							)}{" "}
							{now && <Tag>Now</Tag>}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
	if (lines.length === 0) return none;
	return (
		<ul className="govuk-list govuk-!-margin-bottom-0">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
