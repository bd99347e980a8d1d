import type { StaleWords } from "#app/http/session-words.ts";
import { HistoryList } from "#app/ui/history-list.tsx";

interface Props {
	stale: StaleWords | null;
	/** Fields that both changed, by their labels, with what they are now. */
	overlaps?: { label: string; now: string }[];
}

/** What others did meanwhile; the form under it holds both, and saving again is a decision. */
export function StaleNotice({ stale, overlaps = [] }: Props) {
	if (!stale) return null;
	return (
		<section className="tt-stale" aria-label="Changed meanwhile">
			<h2 className="govuk-heading-s govuk-!-margin-bottom-2">Changed meanwhile</h2>
			<HistoryList items={stale.since} />
			{overlaps.length > 0 && (
				<>
					<p className="govuk-body govuk-!-margin-bottom-1">
						You both changed these. Yours is in the form; saving replaces theirs:
					</p>
					<ul className="govuk-list govuk-list--bullet">
						{overlaps.map(({ label, now }) => (
							<li key={label}>
								{label} is now <strong>{now || "empty"}</strong>
							</li>
						))}
					</ul>
				</>
			)}
			<p className="govuk-body govuk-!-margin-bottom-0">
				Everything else they changed is kept. Save again to add your changes to theirs.
			</p>
		</section>
	);
}
