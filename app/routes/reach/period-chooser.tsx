import { Form } from "react-router";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { PeriodWays } from "./period-links.ts";

/** Another period: one step away, or by name from a list. Dates of one's own are among the filters. */
export function PeriodChooser({ ways }: { ways: PeriodWays }) {
	const { quick, around, chosen, groups, kept } = ways;
	return (
		<div className="tt-no-print">
			<QuickRanges ranges={quick} />
			<div className="tt-period">
				<QuickRanges ranges={around} label="The period before and the one after" />
				<Form method="get" action="/reach" className="tt-period__form">
					{kept.map(([name, value]) => (
						<Hidden key={`${name} ${value}`} name={name} value={value} />
					))}
					<Select
						// why: another page of the same address keeps what was chosen in the list before.
						key={chosen}
						name="period"
						label="Another period"
						empty="Choose a period"
						options={[]}
						groups={groups}
						defaultValue={chosen}
						required
					/>
					<Button kind="secondary" small>
						Show
					</Button>
				</Form>
			</div>
		</div>
	);
}
