import { data } from "react-router";
import { requireActor } from "#app/http/require-actor.ts";
import { FilterWords } from "#app/routes/session-list/filter-words-list.tsx";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import type { Route } from "./+types/coverage.ts";
import { CoverageFilters } from "./coverage-filters.tsx";
import { type CoverageShown, readCoveragePage } from "./coverage-page.ts";
import { GridSection } from "./grid-section.tsx";
import { ListSection } from "./list-section.tsx";
import { MapSection } from "./map-section.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const page = await readCoveragePage(entered, args.url);
	return data(page, { status: page.errors.length > 0 ? 422 : 200 });
}

export default function Coverage({ loaderData }: Route.ComponentProps) {
	const { shown, options, given, errors } = loaderData;
	return (
		<>
			<PageTitle title="Coverage" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Coverage"
				lead={`Who had what, and who was missed${shown ? `, ${shown.since}` : ""}. Open schools, colleges and alternative provision; only year groups that a programme is for.`}
				actions={
					shown && (
						<Actions>
							<ButtonLink kind="secondary" href={shown.list.csv}>
								Export as CSV
							</ButtonLink>
						</Actions>
					)
				}
			/>
			{shown && <QuickRanges ranges={shown.windows} />}
			<CoverageFilters options={options} given={given} errors={errors} />
			{shown && <Shown shown={shown} />}
		</>
	);
}

function Shown({ shown }: { shown: CoverageShown }) {
	return (
		<>
			<FilterWords summary={shown.words.length > 0 ? "Limited to:" : ""} words={shown.words} />
			<StatFigures>
				{shown.figures.map(({ label, value, note, href }) => (
					<StatFigure key={label} label={label} value={value} note={note} href={href} />
				))}
			</StatFigures>
			<div className="tt-columns tt-columns--even">
				<GridSection grid={shown.grid} />
				<MapSection map={shown.map} legend={shown.legend} />
			</div>
			<ListSection list={shown.list} />
		</>
	);
}
