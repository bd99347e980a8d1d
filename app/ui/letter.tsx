interface Props {
	/** A line each: From, To. */
	from: string;
	to: string;
	subject: string;
	/** Made safe by the one who gives it: a closed list of elements and no attributes but href. */
	html: string;
}

/** A mail as its reader sees it. */
export function Letter({ from, to, subject, html }: Props) {
	return (
		<article className="tt-letter" aria-label={`Message to ${to}`}>
			<dl className="tt-letter__head">
				<div>
					<dt>From</dt>
					<dd>{from}</dd>
				</div>
				<div>
					<dt>To</dt>
					<dd>{to}</dd>
				</div>
				<div>
					<dt>Subject</dt>
					<dd className="tt-letter__subject">{subject}</dd>
				</div>
			</dl>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: rebuilt from a closed list of elements */}
			<div className="tt-letter__body" dangerouslySetInnerHTML={{ __html: html }} />
		</article>
	);
}

/** What a message is underneath: its plain text, its calendar file. */
export function LetterSource({ text }: { text: string }) {
	return <pre className="tt-letter__source">{text}</pre>;
}
