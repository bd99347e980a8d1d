import type { ClashWords } from "#app/http/session-words.ts";
import { NewTabLink } from "#app/ui/new-tab-link.tsx";

/** The sessions that stand in the way, each with its address. */
export function ClashNotice({ clashes }: { clashes: readonly ClashWords[] }) {
	if (clashes.length === 0) return null;
	return (
		<section className="tt-clashes" aria-label="What stands in the way">
			<h2 className="govuk-heading-s govuk-!-margin-bottom-1">What stands in the way</h2>
			<ul className="govuk-list govuk-!-margin-bottom-0">
				{clashes.map(({ who, what, reference }) => (
					<li key={`${who} ${reference}`}>
						<strong>{who}:</strong> {what}{" "}
						<NewTabLink href={`/sessions/${reference}`}>{reference}</NewTabLink>
					</li>
				))}
			</ul>
		</section>
	);
}
