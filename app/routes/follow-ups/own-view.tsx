import { AppLink } from "#app/ui/app-link.tsx";
import { ChartFigure } from "#app/ui/chart-figure.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import type { FollowUpFacts } from "./follow-up-facts.server.ts";

type View = Extract<NonNullable<FollowUpFacts["shown"]>["view"], { kind: "own" }>;

/** The true numbers, each opening onto its sessions, and what becomes of them when shared. */
export function OwnView({ view }: { view: View }) {
	const { total, sessions, reconciled, chart, opened } = view;
	if (view.rows.length === 0) {
		return (
			<EmptyState title="Nobody was passed on in this period">
				<p className="govuk-body">
					Numbers appear here when a session is closed out with “Passed on” filled in.
				</p>
			</EmptyState>
		);
	}
	return (
		<>
			<StatFigures>
				<StatFigure label="Young people passed on" value={total} note="Counted with each service" />
				<StatFigure label="Sessions with a follow-up" value={sessions} />
			</StatFigures>
			<Inset>
				<p className="govuk-body govuk-!-margin-bottom-0">{reconciled}</p>
			</Inset>
			{opened && <Sessions opened={opened} />}
			<Section title="By kind of service">
				<div className="tt-columns tt-columns--even">
					{chart && <ChartFigure caption="Young people passed on" svg={chart.svg} />}
					<Kinds view={view} />
				</div>
			</Section>
		</>
	);
}

function Kinds({ view: { rows, total } }: { view: View }) {
	return (
		<DataTable
			caption="Follow-ups by kind"
			captionHidden
			cards={false}
			rows={rows}
			rowKey={({ key }) => key}
			empty={null}
			columns={[
				{ key: "label", header: "Passed on to", rowHeader: true, cell: ({ label }) => label },
				{ key: "young", header: "Young people", numeric: true, cell: (row) => row.youngPeople },
				{
					key: "sessions",
					header: "Sessions",
					numeric: true,
					cell: ({ sessions, href, label }) => (
						<AppLink className="govuk-link" href={href}>
							{sessions}
							<span className="govuk-visually-hidden"> sessions, {label}</span>
						</AppLink>
					),
				},
				{ key: "shared", header: "As shared", numeric: true, cell: ({ shared }) => shared },
			]}
			totals={{ label: "All kinds", young: total }}
		/>
	);
}

function Sessions({ opened }: { opened: NonNullable<View["opened"]> }) {
	const { label, rows, more } = opened;
	return (
		<Section title={`Sessions behind “${label}”`}>
			{more && <p className="govuk-body-s">{more} of them.</p>}
			<DataTable
				caption={`Sessions after which young people were passed on: ${label}`}
				captionHidden
				rows={rows}
				rowKey={({ reference }) => reference}
				empty={null}
				columns={[
					{
						key: "session",
						header: "Session",
						rowHeader: true,
						cell: ({ reference, programme, venue }) => (
							<AppLink className="govuk-link" href={`/sessions/${reference}`}>
								{programme} at {venue}
							</AppLink>
						),
					},
					{ key: "when", header: "When", cell: ({ when }) => when },
					{ key: "young", header: "Young people", numeric: true, cell: (row) => row.youngPeople },
				]}
			/>
		</Section>
	);
}
