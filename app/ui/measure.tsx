import type { ReactNode } from "react";

/** Keeps text, and forms of a few fields, to a width that reads well. */
export function Measure({ children }: { children: ReactNode }) {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">{children}</div>
		</div>
	);
}
