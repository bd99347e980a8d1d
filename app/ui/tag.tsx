import type { ReactNode } from "react";

export type TagColour =
	| "grey"
	| "green"
	| "teal"
	| "blue"
	| "purple"
	| "magenta"
	| "red"
	| "orange"
	| "yellow";

interface Props {
	colour?: TagColour;
	children: ReactNode;
}

/** A short word about the thing beside it. The word says it; the colour repeats it. */
export function Tag({ colour = "grey", children }: Props) {
	return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
