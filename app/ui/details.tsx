import type { ReactNode } from "react";

interface Props {
	summary: ReactNode;
	children: ReactNode;
	open?: boolean;
}

/** More for those who want it. */
export function Details({ summary, children, open }: Props) {
	return (
		<details className="govuk-details" open={open}>
			<summary className="govuk-details__summary">
				<span className="govuk-details__summary-text">{summary}</span>
			</summary>
			<div className="govuk-details__text">{children}</div>
		</details>
	);
}
