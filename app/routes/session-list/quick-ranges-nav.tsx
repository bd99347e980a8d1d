import { AppLink } from "#app/ui/app-link.tsx";
import type { QuickRange } from "./quick-ranges.ts";

/** Ranges one step away, in a row. */
export function QuickRanges({ ranges }: { ranges: QuickRange[] }) {
	return (
		<nav className="tt-ranges tt-no-print" aria-label="Dates">
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
