import type { RequestPart } from "#app/domain/requests/request-filter.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { QueueRow } from "./queue-rows.ts";
import { RequestTag, TrafficTag } from "./request-tags.tsx";

interface Props {
	rows: QueueRow[];
	part: RequestPart;
	/** Whether something was searched or filtered for. */
	asked: boolean;
}

/** The queue: how long they wait, what is left of the notice, and what can be done about each date. */
export function QueueTable({ rows, part, asked }: Props) {
	const open = part !== "ended";
	return (
		<DataTable
			caption="Requests"
			captionHidden
			long
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={<NoRequests part={part} asked={asked} />}
			columns={[
				{
					key: "school",
					header: "School",
					rowHeader: true,
					cell: (row) => <School row={row} />,
				},
				{
					key: "status",
					header: "Status",
					cell: ({ status, offered }) => (
						<>
							<RequestTag status={status} />
							{offered && <div className="tt-quiet">{offered}</div>}
						</>
					),
				},
				{
					key: "age",
					header: open ? "Waits" : "Received",
					nowrap: true,
					cell: ({ age, received }) => (open ? age : received),
				},
				...(open
					? [
							{
								key: "notice",
								header: "First date",
								cell: ({ notice }: QueueRow) => notice,
							},
						]
					: []),
				{
					key: "what",
					header: "What for",
					cell: ({ programmes, numbers }) => (
						<>
							{programmes.map((name) => (
								<div key={name}>{name}</div>
							))}
							<div className="tt-quiet">{numbers.join(", ")}</div>
						</>
					),
				},
				{ key: "dates", header: "Dates", cell: ({ dates }) => <Dates dates={dates} /> },
				{
					key: "history",
					header: "Had before",
					cell: ({ history }) => (
						<>
							<div>{history.school}</div>
							{history.cohort && <div className="tt-quiet">{history.cohort}</div>}
						</>
					),
				},
			]}
		/>
	);
}

function School({ row }: { row: QueueRow }) {
	const { reference, school, place, matched, priority, fsmPercent } = row;
	return (
		<>
			<AppLink className="govuk-link" href={`/requests/${reference}`}>
				{school}
			</AppLink>
			<div className="tt-quiet">
				{place && `${place} · `}
				<span className="tt-nowrap">{reference}</span>
			</div>
			{fsmPercent !== null && <div className="tt-quiet">Free school meals {fsmPercent}%</div>}
			{priority && <Tag colour="purple">Priority</Tag>}
			{!matched && <Tag colour="orange">Not matched</Tag>}
		</>
	);
}

function Dates({ dates }: Pick<QueueRow, "dates">) {
	return (
		<ol className="tt-plain-list">
			{dates.map(({ date, shown, periods, word }) => (
				<li className="tt-wanted" key={date}>
					<span className="tt-nowrap">{shown}</span>
					{periods && <span className="tt-quiet">{periods}</span>}
					<TrafficTag word={word} />
				</li>
			))}
		</ol>
	);
}

const empty: Record<RequestPart, { title: string; how: string }> = {
	answer: {
		title: "No request waits for an answer",
		how: "Requests come from the public form, once the school has confirmed its address.",
	},
	offered: {
		title: "No school has an offer to answer",
		how: "Offer another date on a request’s page, and it waits here for the school.",
	},
	waiting_list: {
		title: "Nobody is on the waiting list",
		how: "Put a request here on its page when no date is free.",
	},
	ended: {
		title: "No request has come to its end",
		how: "Booked, declined and withdrawn requests stand here.",
	},
};

function NoRequests({ part, asked }: Pick<Props, "part" | "asked">) {
	if (asked) {
		return (
			<EmptyState title="No request matches">
				<p className="govuk-body">Search with fewer words, or clear the filters.</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState title={empty[part].title}>
			<p className="govuk-body">
				{empty[part].how}{" "}
				<AppLink className="govuk-link" href="/request">
					See the public form
				</AppLink>
			</p>
		</EmptyState>
	);
}
