import { formatCount } from "#app/domain/format-number.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Section } from "#app/ui/section.tsx";
import type { DifferenceView } from "./difference-view.ts";
import { SHOWN } from "./published-words.ts";

/** The figures as they were published and as the records have them now, and what lies between. */
export function DifferenceSection({ view }: { view: DifferenceView | null }) {
	if (!view) {
		return (
			<Section title="Then and now">
				<p className="govuk-body tt-text">
					The figures of today cannot be told just now. Load the page again.
				</p>
			</Section>
		);
	}
	return (
		<Section title="Then and now">
			<p className="govuk-body tt-text">
				{view.same
					? "The records say today what was published."
					: `Since it was published ${view.summary}. What was published stays as it was.`}
			</p>
			{view.line && (
				<p className="govuk-body">Worded from today’s records it would read: {view.line}</p>
			)}
			{!view.line && !view.same && (
				<p className="govuk-body tt-text">The line still holds, word for word.</p>
			)}
			<FiguresThenAndNow view={view} />
			<Sessions view={view} />
		</Section>
	);
}

function FiguresThenAndNow({ view }: { view: DifferenceView }) {
	const numeric = true;
	return (
		<DataTable
			caption="Figures then and now"
			captionHidden
			rows={view.figures}
			rowKey={({ key }) => key}
			empty={null}
			columns={[
				{ key: "label", header: "Figure", rowHeader: true, cell: ({ label }) => label },
				{ key: "published", header: "Published", numeric, cell: ({ published }) => published },
				{ key: "today", header: "Now", numeric, cell: ({ today }) => today },
				{
					key: "difference",
					header: "Difference",
					cell: ({ difference }) =>
						difference === "the same" ? (
							<span className="tt-quiet">{difference}</span>
						) : (
							<strong>{difference}</strong>
						),
				},
			]}
		/>
	);
}

function Sessions({ view: { sessions, total } }: { view: DifferenceView }) {
	return (
		<>
			<DataTable
				caption="Sessions that make the difference"
				rows={sessions}
				rowKey={({ reference }) => reference}
				empty={null}
				columns={[
					{
						key: "session",
						header: "Session",
						rowHeader: true,
						cell: ({ reference, date, linked }) => (
							<>
								{linked ? (
									<AppLink className="govuk-link tt-nowrap" href={`/sessions/${reference}`}>
										{reference}
									</AppLink>
								) : (
									<span className="tt-nowrap">{reference}</span>
								)}{" "}
								<span className="tt-quiet tt-nowrap">{date}</span>
							</>
						),
					},
					{ key: "kind", header: "What", cell: ({ kind }) => kind },
					{ key: "before", header: "Then", cell: ({ before }) => before },
					{ key: "after", header: "Now", cell: ({ after }) => after },
					{ key: "why", header: "Why", cell: ({ why }) => why },
				]}
			/>
			{total > sessions.length && (
				<p className="govuk-body">
					The first {SHOWN} of {formatCount(total)} are shown.
				</p>
			)}
		</>
	);
}
