import { data, redirect } from "react-router";
import { requireActor } from "#app/http/require-actor.ts";
import { FilterWords } from "#app/routes/session-list/filter-words-list.tsx";
import { filtersInUse, SessionFilters } from "#app/routes/session-list/session-filters.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/reach.ts";
import { MissingSection } from "./missing-section.tsx";
import { MonthSection } from "./month-section.tsx";
import { MoreReports } from "./more-reports.tsx";
import { PeriodChooser } from "./period-chooser.tsx";
import { chosenPeriodHref } from "./period-links.ts";
import { PressPanel } from "./press-panel.tsx";
import { type ReachShown, readReachView } from "./reach-view.server.ts";
import { SplitSection } from "./split-section.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const chosen = chosenPeriodHref(args.url);
	if (chosen) return redirect(chosen);
	const view = await readReachView(entered, args.url);
	return data(view, { status: view.errors.length > 0 ? 422 : 200 });
}

export default function Reach({ loaderData }: Route.ComponentProps) {
	const { shown, choices, given, errors } = loaderData;
	const title = shown ? `Reach: ${shown.period}` : "Reach";
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				lead="Delivered sessions only. Expected numbers are never counted."
				actions={
					shown && (
						<Actions>
							<ButtonLink kind="secondary" href="/targets">
								Targets
							</ButtonLink>
							<ButtonLink kind="secondary" href="/reach/report">
								Monthly report
							</ButtonLink>
							<ButtonLink kind="secondary" href={shown.csv}>
								Export as CSV
							</ButtonLink>
						</Actions>
					)
				}
			/>
			{shown && <PeriodChooser ways={shown.ways} />}
			<SessionFilters
				action="/reach"
				given={given}
				choices={choices}
				errors={errors}
				active={filtersInUse(given)}
				clearHref="/reach"
			/>
			{shown && <Figures shown={shown} />}
			{shown && <MoreReports given={given} />}
		</>
	);
}

function Figures({ shown }: { shown: ReachShown }) {
	return (
		<>
			<FilterWords summary={shown.words.length > 0 ? "Limited to:" : ""} words={shown.words} />
			<PressPanel press={shown.press} wholeHref={shown.wholeHref} publishHref={shown.publishHref} />
			<StatFigures>
				{shown.figures.map(({ label, value, note, href, change, apart }) => (
					<StatFigure
						key={label}
						label={label}
						value={value}
						note={note}
						href={href}
						change={change}
						quiet={apart}
					/>
				))}
			</StatFigures>
			<Tabs label="Split by" items={shown.tabs} />
			{shown.months && <MonthSection months={shown.months} />}
			{shown.splits.map((split) => (
				<SplitSection key={split.by} split={split} />
			))}
			<MissingSection rows={shown.missing} />
		</>
	);
}
