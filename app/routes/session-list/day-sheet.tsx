import { classNames } from "#app/ui/class-names.ts";
import { Inset } from "#app/ui/inset.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import type { DaySheetFacts } from "./day-sheet-facts.ts";

/** What a facilitator takes along on paper, with room to write what happened. */
export function DaySheet({ facts, newPage }: { facts: DaySheetFacts; newPage: boolean }) {
	const { reference, title, when, status, rows, privately, boxes } = facts;
	return (
		<article
			className={classNames("tt-sheet", newPage && "tt-new-page")}
			aria-labelledby={`sheet-${reference}`}
		>
			<h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`sheet-${reference}`}>
				{title}
			</h2>
			<p className="govuk-body">
				<strong>{when}</strong> <span className="tt-quiet">{reference}</span>{" "}
				<StatusTag status={status} />
			</p>
			<SummaryList
				rows={rows.map(({ key, value }) => ({
					key,
					value: value && <span className="tt-as-typed">{value}</span>,
				}))}
			/>
			{privately.length > 0 && (
				<Inset neverSent>
					{privately.map((text) => (
						<p className="govuk-body tt-as-typed" key={text}>
							{text}
						</p>
					))}
				</Inset>
			)}
			<ul className="tt-sheet__boxes" aria-label="To write down afterwards">
				{boxes.map((label) => (
					<li key={label}>
						<span className="tt-sheet__box" /> {label}
					</li>
				))}
				<li>
					<span className="tt-sheet__box" /> Counted <span className="tt-sheet__box" /> Estimated
				</li>
			</ul>
		</article>
	);
}
