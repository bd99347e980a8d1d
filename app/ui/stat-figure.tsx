import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

interface Props {
	label: string;
	value: ReactNode;
	/** Against another period, in words: "212 more than last year". */
	change?: { text: string; direction: "up" | "down" | "same"; verdict?: "good" | "bad" };
	/** A caution under the figure: "estimate". */
	note?: ReactNode;
	/** The sessions behind the figure. */
	href?: string;
	quiet?: boolean;
}

const ARROW = { up: "▲ ", down: "▼ ", same: "" };

/** One large figure that opens onto what is behind it. Stands inside StatFigures. */
export function StatFigure({ label, value, change, note, href, quiet }: Props) {
	return (
		<li className={quiet ? "tt-stat tt-stat--quiet" : "tt-stat"}>
			<span className="tt-stat__label">
				{href ? (
					<AppLink className="tt-stat__link" href={href}>
						{label}
					</AppLink>
				) : (
					label
				)}
			</span>
			<span className="tt-stat__value">{value}</span>
			{note && <span className="tt-stat__change">{note}</span>}
			{change && (
				<span
					className={`tt-stat__change${change.verdict ? ` tt-stat__change--${change.verdict}` : ""}`}
				>
					<span aria-hidden="true">{ARROW[change.direction]}</span>
					{change.text}
				</span>
			)}
		</li>
	);
}

/** A row of figures, two abreast on a phone. */
export function StatFigures({ children }: { children: ReactNode }) {
	return <ul className="tt-stats">{children}</ul>;
}
