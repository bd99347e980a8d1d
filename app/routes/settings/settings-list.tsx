import type { ReactNode } from "react";
import { AppLink } from "#app/ui/app-link.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface Named {
	id: string;
	name: string;
	retired: boolean;
}

interface Props<Row extends Named> {
	/** "Agencies", and one of them: "agency". */
	title: string;
	noun: string;
	lead: string;
	/** Where one of them is: `${path}/${id}`. */
	path: string;
	rows: Row[];
	columns: Column<Row>[];
	mayChange: boolean;
	empty: ReactNode;
}

/** A list of agencies, teams or themes: each leads to its form, for those who may change it. */
export function SettingsList<Row extends Named>(props: Props<Row>) {
	const { title, noun, lead, path, rows, columns, mayChange, empty } = props;
	const add = `Add ${noun}`;
	const hrefOf = ({ id, retired }: Row) => `${path}/${id}${retired ? "/retire" : ""}`;
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				lead={lead}
				back={{ href: "/settings", text: "Settings" }}
				actions={
					mayChange && (
						<Actions>
							<ButtonLink href={`${path}/new`} kind="secondary">
								{add}
							</ButtonLink>
						</Actions>
					)
				}
			/>
			<DataTable
				caption={title}
				captionHidden
				rows={rows}
				rowKey={({ id }) => id}
				empty={<EmptyState title={`${title} will be listed here`}>{empty}</EmptyState>}
				columns={[
					{
						key: "name",
						header: "Name",
						rowHeader: true,
						cell: (row) => (
							<>
								{mayChange ? (
									<AppLink className="govuk-link" href={hrefOf(row)}>
										{row.name}
									</AppLink>
								) : (
									row.name
								)}{" "}
								{row.retired && <Tag>Retired</Tag>}
							</>
						),
					},
					...columns,
				]}
			/>
		</>
	);
}
