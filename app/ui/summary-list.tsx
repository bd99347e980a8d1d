import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

interface SummaryRow {
	key: string;
	value: ReactNode;
	/** `about` completes the link for a screen reader: "Change" + "the room". */
	action?: { href: string; text: string; about: string };
}

interface Props {
	rows: SummaryRow[];
	/** Without lines between the rows: inside a panel. */
	plain?: boolean;
}

/** Facts about one thing, by name. Rows without a value are left out. */
export function SummaryList({ rows, plain }: Props) {
	const shown = rows.filter(({ value }) => value != null && value !== "" && value !== false);
	const anyAction = shown.some(({ action }) => action);
	return (
		<dl
			className={classNames(
				"govuk-summary-list tt-summary",
				plain && "govuk-summary-list--no-border",
			)}
		>
			{shown.map(({ key, value, action }) => (
				<div
					className={classNames(
						"govuk-summary-list__row",
						anyAction && !action && "govuk-summary-list__row--no-actions",
					)}
					key={key}
				>
					<dt className="govuk-summary-list__key">{key}</dt>
					<dd className="govuk-summary-list__value">{value}</dd>
					{action && (
						<dd className="govuk-summary-list__actions">
							<AppLink className="govuk-link" href={action.href}>
								{action.text}
								<span className="govuk-visually-hidden"> {action.about}</span>
							</AppLink>
						</dd>
					)}
				</div>
			))}
		</dl>
	);
}
