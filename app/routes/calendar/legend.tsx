import { type ShownStatus, shownStatusLabels } from "#app/domain/sessions/status.ts";
import type { CalendarItem } from "./calendar-items.ts";

interface Props {
	legend: readonly { id: string; name: string; tone: number }[];
	items: readonly CalendarItem[];
}

/** What the colours and patterns of the entries mean; states are words on the entries too. */
export function Legend({ legend, items }: Props) {
	const states = [...new Set(items.map(({ status }) => status))].sort();
	if (legend.length === 0) return null;
	return (
		<section className="tt-legend" aria-label="What the colours and patterns mean">
			<ul className="tt-legend__list">
				{legend.map(({ id, name, tone }) => (
					<li key={id}>
						<span className={`tt-legend__sample tt-entry--tone-${tone}`} aria-hidden="true" />
						{name}
					</li>
				))}
			</ul>
			<ul className="tt-legend__list">
				{states.map((status: ShownStatus) => (
					<li key={status}>
						<span className={`tt-legend__sample tt-entry--${status}`} aria-hidden="true" />
						{shownStatusLabels[status]}
					</li>
				))}
			</ul>
		</section>
	);
}
