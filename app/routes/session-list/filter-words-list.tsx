import { AppLink } from "#app/ui/app-link.tsx";
import type { FilterWord } from "./filter-words.ts";

interface Props {
	/** "42 sessions:". */
	summary: string;
	words: FilterWord[];
}

/** What is shown and why, each reason with a link that takes it away. */
export function FilterWords({ summary, words }: Props) {
	return (
		<div className="tt-words">
			<p className="tt-words__summary">{summary}</p>
			{words.length > 0 && (
				<ul className="tt-words__list">
					{words.map(({ text, without }) => (
						<li className="tt-words__item" key={text}>
							{text}
							<AppLink className="tt-words__remove tt-no-print" href={without}>
								<span aria-hidden="true">×</span>
								<span className="govuk-visually-hidden">Remove filter: {text}</span>
							</AppLink>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
