import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { RegisterLine, readRegisterPart } from "./register-view.ts";

type Part = Awaited<ReturnType<typeof readRegisterPart>>;

/** The dry run of a register: what would change, row by row, and the way to apply it. */
export function RegisterPanel({ id, ...part }: Part & { id: string }) {
	const { asked, records, passed, tabs, show, page, total, rows } = part;
	const address = (more: Record<string, string>) => `/imports/${id}?${new URLSearchParams(more)}`;
	return (
		<>
			<Standing id={id} {...part} />
			<Cautions {...part} />
			<SummaryList
				rows={[
					{ key: "Rows in the file", value: records },
					{ key: "Asked for", value: asked.join(". ") },
				]}
			/>
			{passed.length > 0 && (
				<Details summary="Rows that change nothing">
					<SummaryList plain rows={passed.map(({ why, count }) => ({ key: why, value: count }))} />
				</Details>
			)}
			{show && (
				<>
					<Tabs
						label="What would change"
						items={tabs.map(({ outcome, text, count }) => ({
							href: address({ show: outcome }),
							text,
							current: outcome === show,
							count,
						}))}
					/>
					<DataTable
						caption={tabs.find(({ outcome }) => outcome === show)?.text ?? ""}
						captionHidden
						columns={columns}
						rows={rows}
						rowKey={({ key }) => key}
						empty={
							<EmptyState title="No rows on this page">
								Rows are kept for 30 days after a file was brought in.
							</EmptyState>
						}
					/>
					{rows.length > 0 && (
						<Pagination
							page={page}
							pageSize={part.pageSize}
							total={total}
							items="rows"
							hrefFor={(to) => address({ show, page: String(to) })}
						/>
					)}
					<ExportLink
						href={`/imports/${id}/rows.csv?show=${show}`}
						text="Export these rows as CSV"
					/>
				</>
			)}
		</>
	);
}

function Standing({ id, applied, corrected, changes, outdated }: Part & { id: string }) {
	if (applied) {
		return (
			<Inset>
				<p className="govuk-body govuk-!-margin-bottom-0">
					{applied}.{corrected && ` ${corrected} owed to calendars are in the outbox.`}
				</p>
			</Inset>
		);
	}
	return (
		<>
			<p className="govuk-body">{standingWords(changes, outdated)}</p>
			<ButtonGroup>
				{changes && !outdated && (
					<ButtonLink href={`/imports/${id}/apply`}>Apply the register</ButtonLink>
				)}
				{outdated && (
					<ButtonLink href="/imports/new?kind=register">Choose the file again</ButtonLink>
				)}
				<AppLink className="govuk-link" href={`/imports/${id}/discard`}>
					Discard the file
				</AppLink>
			</ButtonGroup>
		</>
	);
}

function standingWords(changes: boolean, outdated: boolean): string {
	if (outdated) {
		return "Another register was applied after this one was read, so what is shown below may not be true any more. Choose the file again to see what it would change now.";
	}
	return changes
		? "Nothing has been written yet. Look at what would change, then apply it."
		: "Everything in this file is as it stands here: there is nothing to apply.";
}

function Cautions({ absent, unidentified }: Part) {
	if (!absent && !unidentified) return null;
	return (
		<Inset>
			{absent && (
				<p className="govuk-body">
					No school of local authority {absent} is in the file. Nothing of theirs is touched.
				</p>
			)}
			{unidentified && (
				<p className="govuk-body govuk-!-margin-bottom-0">
					{unidentified} no URN that can be read. Each may be a school that seems to be missing, so
					no school was taken for gone.
				</p>
			)}
		</Inset>
	);
}

const columns: Column<RegisterLine>[] = [
	{
		key: "name",
		header: "School",
		rowHeader: true,
		cell: ({ name, urn }) => (
			<>
				{name}
				{urn && <span className="tt-quiet">URN {urn}</span>}
			</>
		),
	},
	{
		key: "what",
		header: "What happens",
		cell: ({ words }) => words.map((word) => <div key={word}>{word}</div>),
	},
	{ key: "line", header: "Line", numeric: true, cell: ({ line }) => line || "Not in the file" },
];
