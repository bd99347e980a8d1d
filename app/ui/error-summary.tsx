import { useEffect, useRef } from "react";
import { type FieldErrors, fieldId } from "./form-errors.ts";

interface Props {
	errors: FieldErrors | undefined;
	title?: string;
}

/**
 * What has to be mended, above the form, each line a link to its field. An error whose `field` is
 * empty concerns the whole form and is plain text. Renders nothing without errors.
 */
export function ErrorSummary({ errors, title = "There is a problem" }: Props) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (errors?.length) box.current?.focus();
	}, [errors]);
	if (!errors?.length) return null;
	return (
		<div className="govuk-error-summary" ref={box} tabIndex={-1}>
			<div role="alert">
				<h2 className="govuk-error-summary__title">{title}</h2>
				<div className="govuk-error-summary__body">
					<ul className="govuk-list govuk-error-summary__list">
						{errors.map(({ field, message }) => (
							<li key={`${field} ${message}`}>
								{field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}
							</li>
						))}
					</ul>
				</div>
			</div>
		</div>
	);
}
