import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

interface Props {
	title: ReactNode;
	/** A line above the title: a reference, "Settings". */
	caption?: ReactNode;
	/** Beside the title, usually a StatusTag. */
	status?: ReactNode;
	/** One quiet line under the title. */
	lead?: ReactNode;
	/** Buttons at the right; under the title on a phone. Usually inside Actions. */
	actions?: ReactNode;
	back?: { href: string; text: string };
}

/** The one h1 of a page with what belongs to it. */
export function PageHeading({ title, caption, status, lead, actions, back }: Props) {
	return (
		<>
			{back && (
				<AppLink className="govuk-back-link" href={back.href}>
					{back.text}
				</AppLink>
			)}
			<div className="tt-heading">
				<div className="tt-heading__words">
					{caption && <p className="govuk-body-s tt-heading__caption">{caption}</p>}
					<div className="tt-heading__title">
						<h1 className="govuk-heading-l">{title}</h1>
						{status}
					</div>
					{lead && <p className="govuk-body tt-heading__lead">{lead}</p>}
				</div>
				{actions}
			</div>
		</>
	);
}
