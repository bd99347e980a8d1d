import { StopCard } from "#app/routes/my-day/stop-card.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Section } from "#app/ui/section.tsx";
import type { FacilitatorFacts } from "./facilitator-facts.ts";

/** The first page of those who deliver: where to be next, and what is still to be recorded. */
export function FacilitatorHome({ facts }: { facts: FacilitatorFacts }) {
	const { date, delivers, next, nextIsToday, rest } = facts;
	if (!delivers) return <JoinedToNobody date={date} />;
	return (
		<>
			<PageHeading
				title={date}
				actions={
					<ButtonLink href="/my-day" kind="secondary">
						My day
					</ButtonLink>
				}
			/>
			<Section title={next && !nextIsToday ? `Next, ${next.day}` : "Next"}>
				{next ? (
					<StopCard stop={next} level="h3" large />
				) : (
					<EmptyState title="Nothing to come">
						<p className="govuk-body">
							Sessions that you are put on stand here, the next one first.
						</p>
					</EmptyState>
				)}
			</Section>
			{rest.length > 0 && (
				<Section title="Also today">
					{rest.map((stop) => (
						<StopCard
							key={stop.reference}
							stop={stop}
							level="h3"
							stays={stop.stays}
							way={stop.way}
						/>
					))}
				</Section>
			)}
			<ToCloseOut facts={facts} />
		</>
	);
}

function ToCloseOut({ facts: { toCloseOut, toCloseOutHref } }: { facts: FacilitatorFacts }) {
	return (
		<Section
			title="Awaiting my close-out"
			action={
				toCloseOut.length > 0 && (
					<AppLink className="govuk-link" href={toCloseOutHref}>
						{toCloseOut.length === 1 ? "1 session" : `All ${toCloseOut.length} sessions`}
					</AppLink>
				)
			}
		>
			<DataTable
				caption="Sessions that are over and not closed out"
				captionHidden
				rows={toCloseOut}
				rowKey={({ reference }) => reference}
				empty={
					<EmptyState title="All closed out">
						<p className="govuk-body">
							Sessions stand here from their end until they are recorded.
						</p>
					</EmptyState>
				}
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
					{
						key: "close",
						header: "Close out",
						headerHidden: true,
						cell: ({ reference, title, when }) => (
							<ButtonLink href={`/sessions/${reference}/close-out`} kind="secondary" small>
								Close out
								<span className="govuk-visually-hidden">
									{" "}
									{title}, {when}
								</span>
							</ButtonLink>
						),
					},
				]}
			/>
		</Section>
	);
}

function JoinedToNobody({ date }: { date: string }) {
	return (
		<>
			<PageHeading title={date} />
			<EmptyState title="Your account is not joined to a facilitator">
				<p className="govuk-body">
					Ask an administrator to join it. Until then you can{" "}
					<AppLink className="govuk-link" href="/sessions">
						look at all sessions
					</AppLink>
					.
				</p>
			</EmptyState>
		</>
	);
}
