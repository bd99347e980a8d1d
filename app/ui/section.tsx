import { type ReactNode, useId } from "react";

interface Props {
	title: ReactNode;
	/** A link or button at the right of the heading. */
	action?: ReactNode;
	children: ReactNode;
}

/** A part of a page under an h2, announced by it. */
export function Section({ title, action, children }: Props) {
	const id = useId();
	return (
		<section className="tt-section" aria-labelledby={id}>
			<div className="tt-section__head">
				<h2 className="govuk-heading-m" id={id}>
					{title}
				</h2>
				{action}
			</div>
			{children}
		</section>
	);
}

/** A part of a page in a box: the side column, the next session. */
export function Panel({ title, quiet, children }: Omit<Props, "action"> & { quiet?: boolean }) {
	const id = useId();
	return (
		<section className={quiet ? "tt-panel tt-panel--quiet" : "tt-panel"} aria-labelledby={id}>
			<h2 className="tt-panel__heading" id={id}>
				{title}
			</h2>
			{children}
		</section>
	);
}
