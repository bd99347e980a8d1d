import { PrintButton } from "#app/routes/session-list/print-button.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonGroup } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Measure } from "#app/ui/measure.tsx";
import type { FollowUpFacts } from "./follow-up-facts.server.ts";

type View = Extract<NonNullable<FollowUpFacts["shown"]>["view"], { kind: "shared" }>;

interface Props {
	view: View;
	back: string;
	csv: string;
}

/** What may be printed, sent or read out: small numbers cannot be worked out from it. */
export function SharedView({ view: { rows, total }, back, csv }: Props) {
	return (
		<Measure>
			<DataTable
				caption="Follow-ups by kind"
				captionHidden
				cards={false}
				rows={rows}
				rowKey={({ label }) => label}
				empty={null}
				columns={[
					{ key: "label", header: "Passed on to", rowHeader: true, cell: ({ label }) => label },
					{ key: "count", header: "Young people", numeric: true, cell: ({ count }) => count },
				]}
				totals={{ label: "All kinds", count: total }}
			/>
			<p className="govuk-body-s">
				Numbers from 1 to 4 are given as “fewer than 5”, because so few could be recognised; the
				total then is the range that they leave open. A young person passed on to two services
				counts with each.
			</p>
			<div className="tt-no-print">
				<ButtonGroup>
					<PrintButton />
					<AppLink className="govuk-link" href={csv}>
						Export as CSV
					</AppLink>
					<AppLink className="govuk-link" href={back}>
						Back to the team’s own view
					</AppLink>
				</ButtonGroup>
			</div>
		</Measure>
	);
}
