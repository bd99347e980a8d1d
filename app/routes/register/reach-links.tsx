interface Props {
	value: string | null;
}

/** An email address to write to. */
export function EmailLink({ value }: Props) {
	return (
		value && (
			<a className="govuk-link tt-break" href={`mailto:${value}`}>
				{value}
			</a>
		)
	);
}

/** A telephone number to call. */
export function PhoneLink({ value }: Props) {
	return (
		value && (
			<a className="govuk-link tt-nowrap" href={`tel:${value.replace(/[^\d+]/g, "")}`}>
				{value}
			</a>
		)
	);
}
