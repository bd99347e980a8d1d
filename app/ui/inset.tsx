import type { ReactNode } from "react";

interface Props {
	children: ReactNode;
	/** Notes for the team that never leave it: marked by colour and said in words. */
	neverSent?: boolean;
}

/** Words set apart from the rest. */
export function Inset({ children, neverSent }: Props) {
	return (
		<div className={neverSent ? "tt-inset tt-inset--private" : "tt-inset"}>
			{neverSent && (
				<p className="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">
					For the team only: never sent to anyone
				</p>
			)}
			{children}
		</div>
	);
}
