import { AppLink } from "#app/ui/app-link.tsx";
import type { QuickRange } from "./quick-ranges.ts";

interface Props {
	ranges: QuickRange[];
	/** Names the row for a screen reader. */
	label?: string;
}

/** Choices one step away, in a row: mostly ranges of dates. */
export function QuickRanges({ ranges, label = "Dates" }: Props) {
	return (
		<nav className="tt-ranges tt-no-print" aria-label={label}>
			<ul className="tt-ranges__list">
				{ranges.map(({ text, href, current }) => (
					<li key={text}>
						<AppLink
							className="tt-ranges__link"
							href={href}
							aria-current={current ? "true" : undefined}
						>
							{text}
						</AppLink>
					</li>
				))}
			</ul>
		</nav>
	);
}
