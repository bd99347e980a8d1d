import type { ReactNode } from "react";

export interface HistoryItem {
	/** What was done: "Moved", "Invite sent to 3 people". */
	what: ReactNode;
	who: string;
	/** The moment in words, and for machines (ISO 8601). */
	when: string;
	whenIso: string;
	changes?: { label: string; from?: string | null; to?: string | null }[];
	why?: string | null;
}

/** Who did what, when, from what to what, and why; newest first as given. */
export function HistoryList({ items }: { items: HistoryItem[] }) {
	return (
		<ol className="moj-timeline tt-history">
			{items.map((item, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two things may happen in one second
				<li className="moj-timeline__item" key={at}>
					<div className="moj-timeline__header">
						<strong className="moj-timeline__title">{item.what}</strong>{" "}
						<p className="moj-timeline__byline">by {item.who}</p>
					</div>
					<p className="moj-timeline__date">
						<time dateTime={item.whenIso}>{item.when}</time>
					</p>
					{(item.changes?.length || item.why) && (
						<div className="moj-timeline__description">
							<Changes changes={item.changes ?? []} />
							{item.why && <p className="govuk-body govuk-!-margin-bottom-0">Reason: {item.why}</p>}
						</div>
					)}
				</li>
			))}
		</ol>
	);
}

function Changes({ changes }: { changes: NonNullable<HistoryItem["changes"]> }) {
	if (changes.length === 0) return null;
	return (
		<ul className="tt-changes">
			{changes.map(({ label, from, to }) => (
				<li key={label}>
					{label}:{" "}
					{from && (
						<>
							<span className="govuk-visually-hidden">from </span>
							<del>{from}</del>{" "}
						</>
					)}
					{from && to && <span aria-hidden="true">→ </span>}
					{to ? (
						<>
							{from && <span className="govuk-visually-hidden">to </span>}
							<ins>{to}</ins>
						</>
					) : (
						"removed"
					)}
				</li>
			))}
		</ul>
	);
}
