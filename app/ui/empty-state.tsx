import type { ReactNode } from "react";

interface Props {
	/** What would be here: "No sessions this week". */
	title: string;
	/** How to get it. */
	children?: ReactNode;
}

/** Stands where a list would, and says how to fill it. */
export function EmptyState({ title, children }: Props) {
	return (
		<div className="tt-empty">
			<p className="tt-empty__title">{title}</p>
			{children && <div>{children}</div>}
		</div>
	);
}
