import type { ReactNode } from "react";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

/** Instead of a form whose link was used, has run out, or never was. */
export function DeadLink({ children }: { children: ReactNode }) {
	const title = "This link no longer works";
	return (
		<Measure>
			<PageTitle title={title} />
			<PageHeading title={title} />
			<div className="govuk-body">{children}</div>
		</Measure>
	);
}
