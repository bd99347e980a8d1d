import type { ReactNode } from "react";
import { errorFor, type FieldErrors } from "./form-errors.ts";
import { Textarea } from "./textarea.tsx";

export interface WarningItem {
	code: string;
	message: ReactNode;
	detail?: ReactNode;
	/** The reason given for going ahead, so far or on record. */
	reason?: string;
}

interface Props {
	title: string;
	warnings: WarningItem[];
	/** Warnings that were overridden, as a record: no boxes to fill in. */
	record?: boolean;
	/** A reason is sent as `${prefix}.${code}`. */
	prefix?: string;
	errors?: FieldErrors;
}

/** Everything that speaks against, each with a box for the reason to go ahead all the same. */
export function WarningList(props: Props) {
	const { title, warnings, record, prefix = "override", errors } = props;
	if (warnings.length === 0) return null;
	return (
		<section aria-label={title}>
			<h2 className="govuk-heading-s govuk-!-margin-bottom-2">{title}</h2>
			<ul className="tt-warnings">
				{warnings.map(({ code, message, detail, reason }) => (
					<li className="tt-warnings__item" key={code}>
						<p className="tt-warnings__message">{message}</p>
						{detail && <p className="tt-warnings__detail">{detail}</p>}
						{record ? (
							reason && <p className="tt-warnings__detail">Reason given: {reason}</p>
						) : (
							<Textarea
								name={`${prefix}.${code}`}
								label={
									<>
										Reason to go ahead
										<span className="govuk-visually-hidden">: {message}</span>
									</>
								}
								rows={1}
								defaultValue={reason}
								error={errorFor(errors, `${prefix}.${code}`)}
							/>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
