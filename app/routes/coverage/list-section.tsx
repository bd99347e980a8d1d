import { formatCount } from "#app/domain/format-number.ts";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CoverageShown } from "./coverage-page.ts";
import { GroupLast, GroupNext, ThemeLines } from "./list-cells.tsx";
import type { ListRow } from "./list-view.ts";
import { stateColours, stateLabels } from "./state-words.ts";

type List = CoverageShown["list"];

/** The schools, or their year groups, with what is missing and the way to book it. */
export function ListSection({ list }: { list: List }) {
	const { total, rows, unit, page, pageSize, sorts } = list;
	const title = unit === "schools" ? "Schools" : "Year groups";
	return (
		<section className="tt-section" id="list" aria-labelledby="list-title">
			<h2 className="govuk-heading-m" id="list-title">
				{title}
				{sorts.priority.sort === "ascending" && ", those to go to first on top"}
			</h2>
			<QuickRanges ranges={list.units} label="Lines of the list" />
			<Tabs label="State" items={list.tabs} />
			<DataTable
				caption={title}
				captionHidden
				long
				rows={rows}
				rowKey={({ key }) => key}
				columns={columns(list)}
				empty={<NoRows total={total} list={list} />}
			/>
			{rows.length > 0 && (
				<Pagination
					page={page}
					pageSize={pageSize}
					total={total}
					items={unit === "schools" ? "schools" : "year groups"}
					hrefFor={(number) => pageHref(list.pageHref, number)}
				/>
			)}
		</section>
	);
}

function pageHref(first: string, page: number): string {
	if (page === 1) return `${first}#list`;
	return `${first}${first.includes("?") ? "&" : "?"}page=${page}#list`;
}

function NoRows({ total, list }: { total: number; list: List }) {
	if (total > 0) {
		return (
			<EmptyState title={`There is no page ${formatCount(list.page)} of this list`}>
				<AppLink className="govuk-link" href={`${list.pageHref}#list`}>
					Go to its first page
				</AppLink>
			</EmptyState>
		);
	}
	return (
		<EmptyState title="No school fits these filters">
			Take one away to see more. Schools come from the register, and are shown when a programme in
			use is for one of their year groups.
		</EmptyState>
	);
}

function columns({ unit, sorts }: List): Column<ListRow>[] {
	const own = unit === "schools" ? schoolColumns : groupColumns;
	return [
		{
			key: "school",
			header: "School",
			rowHeader: true,
			...sorts.name,
			cell: ({ school }) => (
				<>
					<AppLink className="govuk-link" href={`/venues/${school.id}`}>
						{school.name}
					</AppLink>
					<span className="tt-quiet">{school.about}</span>
				</>
			),
		},
		{
			key: "priority",
			header: "Priority",
			...sorts.priority,
			cell: ({ school }) => (
				<>
					{school.priority !== null && (
						<>
							<Tag colour="purple">Priority</Tag>
							<span className="tt-quiet">{school.priority}</span>
						</>
					)}
					<span className="tt-quiet">
						{school.freeMeals === "Not known"
							? "Free meals not known"
							: `${school.freeMeals} free meals`}
					</span>
				</>
			),
		},
		...own,
	];
}

const state: Column<ListRow> = {
	key: "state",
	header: "State",
	cell: (row) => <Tag colour={stateColours[row.state]}>{stateLabels[row.state]}</Tag>,
};

const schoolColumns: Column<ListRow>[] = [
	{
		key: "pupils",
		header: "Pupils",
		numeric: true,
		deskOnly: true,
		cell: ({ school }) => school.pupils,
	},
	state,
	{
		key: "themes",
		header: "By theme and year group",
		cell: (row) =>
			row.unit === "schools" ? <ThemeLines themes={row.themes} school={row.school.name} /> : null,
	},
];

const groupColumns: Column<ListRow>[] = [
	{
		key: "group",
		header: "Year group and theme",
		cell: (row) =>
			row.unit === "groups" ? (
				<>
					<strong>{row.group}</strong>
					<span className="tt-quiet">{row.theme}</span>
				</>
			) : null,
	},
	state,
	{
		key: "last",
		header: "Last had it",
		cell: (row) => (row.unit === "groups" ? <GroupLast row={row} /> : null),
	},
	{
		key: "next",
		header: "Next",
		cell: (row) => (row.unit === "groups" ? <GroupNext row={row} /> : null),
	},
];
