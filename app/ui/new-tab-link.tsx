import type { ReactNode } from "react";

interface Props {
	href: string;
	children: ReactNode;
}

/** A link out of a form that is being filled in: what was typed stays where it is. */
export function NewTabLink({ href, children }: Props) {
	return (
		<a className="govuk-link" href={href} target="_blank" rel="noreferrer">
			{children}
			<span className="govuk-visually-hidden"> (opens in a new tab)</span>
		</a>
	);
}
