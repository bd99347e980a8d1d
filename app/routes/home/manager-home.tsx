import { formatCount } from "#app/domain/format-number.ts";
import { TargetTable } from "#app/routes/targets/target-table.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Section } from "#app/ui/section.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import type { ManagerFacts } from "./manager-facts.ts";

/** The first page of managers: reach so far against the same day last year. */
export function ManagerHome({ facts }: { facts: ManagerFacts }) {
	const { date, year, upTo, total, awaiting, gaps, reachHref } = facts;
	return (
		<>
			<PageHeading title={date} actions={<ButtonLink href={reachHref}>Look at reach</ButtonLink>} />
			<Section title={`${year} so far`}>
				<StatFigures>
					<StatFigure
						label="Young people reached"
						value={formatCount(total.now.youngPeople)}
						href={total.now.href}
						change={changeOf(total.now.youngPeople, total.before.youngPeople, upTo)}
					/>
					<StatFigure
						label="Sessions delivered"
						value={formatCount(total.now.sessions)}
						href={total.now.href}
						change={changeOf(total.now.sessions, total.before.sessions, upTo)}
					/>
					<StatFigure
						label="Awaiting close-out"
						value={formatCount(awaiting.count)}
						note="Not in any figure until recorded"
						quiet={awaiting.count === 0}
						{...(awaiting.count > 0 && { href: awaiting.href })}
					/>
					{gaps && (
						<StatFigure
							label="Schools with a gap"
							value={formatCount(gaps.count)}
							note={`Of ${formatCount(gaps.schools)}: nothing ${gaps.since}, and nothing booked`}
							href={gaps.href}
							quiet={gaps.count === 0}
						/>
					)}
				</StatFigures>
				<ByTheme facts={facts} />
			</Section>
			<Section
				title="Targets"
				action={
					<AppLink className="govuk-link" href="/targets">
						All targets
					</AppLink>
				}
			>
				<TargetTable
					caption="Targets of now"
					captionHidden
					rows={facts.targets}
					mayChange
					empty={
						<EmptyState title="No target for now">
							<p className="govuk-body">Add one, and its pace shows here.</p>
						</EmptyState>
					}
				/>
			</Section>
		</>
	);
}

function changeOf(now: number, before: number, upTo: string) {
	const more = now - before;
	if (more === 0) return { text: `As many as by ${upTo}`, direction: "same" as const };
	const words = `${formatCount(Math.abs(more))} ${more > 0 ? "more" : "fewer"} than by ${upTo}`;
	return {
		text: words,
		direction: more > 0 ? ("up" as const) : ("down" as const),
		verdict: more > 0 ? ("good" as const) : ("bad" as const),
	};
}

interface Figures {
	href: string;
	sessions: number;
	youngPeople: number;
}

function linked(kind: "sessions" | "youngPeople", one: string, many: string) {
	return ({ href, ...figures }: Figures) => {
		const count = figures[kind];
		if (count === 0) return "0";
		return (
			<AppLink className="govuk-link" href={href}>
				{formatCount(count)}
				<span className="govuk-visually-hidden"> {count === 1 ? one : many}</span>
			</AppLink>
		);
	};
}

const sessions = linked("sessions", "session", "sessions");
const youngPeople = linked("youngPeople", "young person", "young people");

function ByTheme({ facts: { themes, total, upTo } }: { facts: ManagerFacts }) {
	const numeric = true;
	return (
		<DataTable
			caption={`By theme, and last year to ${upTo}`}
			rows={themes}
			rowKey={({ key }) => key}
			empty={
				<EmptyState title="Nothing delivered yet this year or last">
					<p className="govuk-body">Sessions count here from the moment they are closed out.</p>
				</EmptyState>
			}
			columns={[
				{ key: "theme", header: "Theme", rowHeader: true, cell: ({ name }) => name },
				{ key: "sessions", header: "Sessions", numeric, cell: ({ now }) => sessions(now) },
				{
					key: "before",
					header: "Sessions last year",
					numeric,
					cell: ({ before }) => sessions(before),
				},
				{ key: "young", header: "Young people", numeric, cell: ({ now }) => youngPeople(now) },
				{
					key: "youngBefore",
					header: "Young people last year",
					numeric,
					cell: ({ before }) => youngPeople(before),
				},
			]}
			totals={{
				theme: "All themes",
				sessions: sessions(total.now),
				before: sessions(total.before),
				young: youngPeople(total.now),
				youngBefore: youngPeople(total.before),
			}}
		/>
	);
}
