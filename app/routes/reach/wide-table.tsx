import type { ReactNode } from "react";

interface Props {
	/** Unique on the page. */
	name: string;
	children: ReactNode;
}

/** Lets a table of figures scroll by itself where a phone is narrower, by finger and by keyboard. */
export function WideTable({ name, children }: Props) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
		<section className="tt-scroll" aria-label={name} tabIndex={0}>
			{children}
		</section>
	);
}
