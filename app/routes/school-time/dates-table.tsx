import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/section.tsx";
import type { DatesOfYear, DatesRow } from "./dates-rows.ts";

interface Props {
	year: DatesOfYear;
	/** Links to change each. */
	mayChange: boolean;
	/** What it means that none are there. */
	empty: string;
}

/** The dates of one academic year. */
export function DatesTable({ year, mayChange, empty }: Props) {
	return (
		<Section title={year.label}>
			<DataTable
				caption={year.label}
				captionHidden
				rows={year.rows}
				rowKey={({ id }) => id}
				empty={<EmptyState title={empty} />}
				columns={[
					{ key: "kind", header: "What", rowHeader: true, cell: ({ kind }) => kind },
					{ key: "days", header: "Days", cell: ({ days }) => days },
					{ key: "name", header: "Name", cell: ({ name }) => name || null },
					...(mayChange ? [changeColumn] : []),
				]}
			/>
		</Section>
	);
}

const changeColumn = {
	key: "change",
	header: "Change",
	headerHidden: true,
	cell: ({ id, kind, days }: DatesRow) => (
		<AppLink className="govuk-link" href={`/school-dates/${id}`}>
			Change
			<span className="govuk-visually-hidden">
				{" "}
				{kind}, {days}
			</span>
		</AppLink>
	),
};
