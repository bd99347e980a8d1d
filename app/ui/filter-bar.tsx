import type { ReactNode } from "react";
import { Form } from "react-router";
import { AppLink } from "./app-link.tsx";
import { Button } from "./button.tsx";

interface Props {
	action: string;
	children: ReactNode;
	/** Filters in effect now: said in the summary on a phone, and opens it. */
	active?: number;
	/** The address without filters, shown when some are in effect. */
	clearHref?: string;
	submit?: string;
}

/** Fields that narrow a list, sent by GET so that the answer has an address. */
export function FilterBar({ action, children, active = 0, clearHref, submit }: Props) {
	return (
		<details className="tt-filter">
			<summary className="tt-filter__summary">Filters{active > 0 && ` (${active} in use)`}</summary>
			<Form method="get" action={action} className="tt-filter__fields">
				{children}
				<Button kind="secondary">{submit ?? "Apply filters"}</Button>
				{active > 0 && clearHref && (
					<AppLink className="govuk-link tt-filter__clear" href={clearHref}>
						Clear filters
					</AppLink>
				)}
			</Form>
		</details>
	);
}
