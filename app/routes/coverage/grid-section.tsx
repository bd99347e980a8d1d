import { formatCount } from "#app/domain/format-number.ts";
import { WideTable } from "#app/routes/reach/wide-table.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/section.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { GridView, ShareView } from "./grid-view.ts";

/** Shares of schools reached, every figure a way into the list behind it. */
export function GridSection({ grid }: { grid: GridView }) {
	const { header, themes, rows, groupings } = grid;
	const title = `Schools reached by theme and ${header.toLowerCase()}`;
	const columns: Column<GridView["rows"][number]>[] = [
		{ key: "label", header, rowHeader: true, cell: ({ label }) => label },
		...[...themes, "Any theme"].map((theme, at) => ({
			key: theme,
			header: theme,
			cell: ({ label, shares }: GridView["rows"][number]) => (
				<ShareCell share={shares[at] ?? null} about={`${theme}, ${label}`} />
			),
		})),
	];
	return (
		<Section title="Schools reached">
			<Tabs label="Rows of the table" items={groupings} />
			<WideTable name={title}>
				<DataTable
					caption={title}
					captionHidden
					cards={false}
					rows={rows}
					rowKey={({ label }) => label}
					columns={columns}
					empty={
						<EmptyState title="No school fits these filters">
							Schools are shown when a programme in use is for one of their year groups.
						</EmptyState>
					}
				/>
			</WideTable>
		</Section>
	);
}

function ShareCell({ share, about }: { share: ShareView; about: string }) {
	if (!share) return <span className="tt-quiet">No programme</span>;
	const { percent, reached, schools } = share;
	return (
		<>
			<strong>{percent}</strong>
			<span className="tt-quiet tt-nowrap">
				<AppLink className="govuk-link" href={reached.href}>
					{formatCount(reached.count)}
					<span className="govuk-visually-hidden"> reached, {about}</span>
				</AppLink>{" "}
				of{" "}
				<AppLink className="govuk-link" href={schools.href}>
					{formatCount(schools.count)}
					<span className="govuk-visually-hidden"> schools, {about}</span>
				</AppLink>
			</span>
		</>
	);
}
