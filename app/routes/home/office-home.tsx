import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DayStrip } from "#app/ui/day-strip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import { Tag, type TagColour } from "#app/ui/tag.tsx";
import type { OfficeFacts } from "./office-facts.ts";
import { RequestsWaiting } from "./requests-waiting.tsx";
import { SessionRows } from "./session-rows.tsx";

/** The first page of coordinators and administrators. */
export function OfficeHome({ facts }: { facts: OfficeFacts }) {
	const { date, today, weeks, managesAccounts } = facts;
	return (
		<>
			<PageHeading
				title={date}
				actions={<ButtonLink href="/sessions/new">Book session</ButtonLink>}
			/>
			<NeedsYou facts={facts} />
			<Section
				title="Today"
				action={
					today.total > 0 && (
						<AppLink className="govuk-link" href={today.href}>
							{today.total === 1 ? "1 session" : `All ${today.total} sessions`} today
						</AppLink>
					)
				}
			>
				<SessionRows
					caption="Today's sessions"
					rows={today.sessions}
					empty={
						<EmptyState title="No sessions today">
							<p className="govuk-body">Sessions booked for today stand here in order of time.</p>
						</EmptyState>
					}
				/>
			</Section>
			<RequestsWaiting requests={facts.requests} />
			<SoonestFirst facts={facts} />
			<Section title="This week and next">
				<DayStrip weeks={weeks} />
			</Section>
			{managesAccounts && (
				<Section title="Accounts">
					<p className="govuk-body">
						<AppLink className="govuk-link" href="/settings/users">
							Who may sign in, and as what
						</AppLink>
					</p>
				</Section>
			)}
		</>
	);
}

function NeedsYou({ facts: { needs } }: { facts: OfficeFacts }) {
	return (
		<Section title="Needs you">
			<StatFigures>
				{needs.map(({ label, count, note, href }) => (
					<StatFigure
						key={label}
						label={label}
						value={count}
						note={note}
						quiet={count === 0}
						{...(count > 0 && { href })}
					/>
				))}
			</StatFigures>
		</Section>
	);
}

function SoonestFirst({ facts: { urgent } }: { facts: OfficeFacts }) {
	if (urgent.length === 0) return null;
	return (
		<Section title="To put right, soonest first">
			<DataTable
				caption="Sessions to put right"
				captionHidden
				rows={urgent}
				rowKey={({ key }) => key}
				empty={null}
				columns={[
					{
						key: "session",
						header: "Session",
						rowHeader: true,
						cell: ({ reference, title }) => (
							<AppLink className="govuk-link" href={`/sessions/${reference}`}>
								{title}
							</AppLink>
						),
					},
					{ key: "when", header: "When", cell: ({ when }) => when },
					{ key: "why", header: "Why", cell: (row) => <Why row={row} /> },
					{
						key: "step",
						header: "Next step",
						headerHidden: true,
						cell: ({ step, title }) => (
							<AppLink className="govuk-link tt-nowrap" href={step.href}>
								{step.text}
								<span className="govuk-visually-hidden">: {title}</span>
							</AppLink>
						),
					},
				]}
			/>
		</Section>
	);
}

const words = {
	untold: { colour: "red", text: "Out of date" },
	declined: { colour: "orange", text: "Declined" },
	short: { colour: "yellow", text: "Too few" },
} satisfies Record<string, { colour: TagColour; text: string }>;

function Why({ row }: { row: OfficeFacts["urgent"][number] }) {
	const { why, names, anotherTime } = row;
	const { colour, text } = words[why];
	return (
		<>
			<Tag colour={colour}>{anotherTime ? "Another time" : text}</Tag>
			{names && <span className="tt-quiet"> {names}</span>}
			{row.words && <div className="tt-as-typed">{row.words}</div>}
		</>
	);
}
