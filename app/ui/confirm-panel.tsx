import type { ReactNode } from "react";

interface Props {
	/** What is about to happen: "Cancel this session". */
	title: ReactNode;
	/** Who is told and what changes, a line each: "Saltmarsh Academy and 2 facilitators will be told". */
	consequences: ReactNode[];
	/** True when it cannot be taken back. */
	warning?: boolean;
	/** The form: a reason, the buttons. */
	children?: ReactNode;
}

/** Says what will happen to whom before it happens. */
export function ConfirmPanel({ title, consequences, warning, children }: Props) {
	return (
		<div className={warning ? "tt-confirm tt-confirm--warning" : "tt-confirm"}>
			<h2 className="govuk-heading-m govuk-!-margin-bottom-2">{title}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{consequences.map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: fixed lines of any node
					<li key={index}>{line}</li>
				))}
			</ul>
			{children}
		</div>
	);
}
