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

/** Both, one under the other, with room for a finger. */
export function ReachLinks({ email, phone }: { email: string | null; phone: string | null }) {
	if (!email && !phone) return null;
	return (
		<span className="tt-reach">
			<EmailLink value={email} />
			<PhoneLink value={phone} />
		</span>
	);
}
