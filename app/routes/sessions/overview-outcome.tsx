import { countOf, formatCount } from "#app/domain/format-number.ts";
import { Inset } from "#app/ui/inset.tsx";
import { Panel } from "#app/ui/section.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { OverviewFacts } from "./session-overview-facts.ts";

interface Props {
	facts: OverviewFacts;
}

/** Why a session does not take place. */
export function EndPanel({ facts: { ended } }: Props) {
	if (!ended) return null;
	return (
		<Inset>
			<p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{ended.title}</p>
			<p className="govuk-body govuk-!-margin-bottom-0 tt-as-typed">{ended.reason}</p>
		</Inset>
	);
}

/** What was recorded of a session that is closed out. */
export function CloseOutPanel({ facts: { closeOut } }: Props) {
	if (!closeOut) return null;
	const { delivered, recorded, note, revision, correctionReason } = closeOut;
	return (
		<Panel title="What happened">
			<SummaryList
				plain
				rows={[
					...(delivered ? figureRows(closeOut) : []),
					{ key: "Note", value: note && <span className="tt-as-typed">{note}</span> },
					{ key: "Recorded by", value: recorded },
					{ key: "Corrected", value: revision > 1 && (correctionReason ?? "Yes") },
				]}
			/>
		</Panel>
	);
}

function figureRows(closeOut: NonNullable<OverviewFacts["closeOut"]>) {
	const { youngPeople, estimated, byYearGroup, adults, followUps } = closeOut;
	return [
		{
			key: "Reached",
			value: (
				<strong>
					{countOf(youngPeople, "young person", "young people")}
					{estimated && " (estimated)"}
				</strong>
			),
		},
		...byYearGroup.map(({ label, youngPeople: count }) => ({
			key: label,
			value: formatCount(count),
		})),
		{ key: "Adults", value: formatCount(adults) },
		...followUps.map(({ label, count }) => ({
			key: `Passed on: ${label}`,
			value: formatCount(count),
		})),
	];
}
