import { AppLink } from "#app/ui/app-link.tsx";
import { Details } from "#app/ui/details.tsx";
import { Panel } from "#app/ui/section.tsx";
import { CopyButton } from "./copy-button.tsx";
import type { PressWords } from "./press-words.ts";

interface Props {
	press: PressWords;
	/** The same period without the filters that stand in the way of a line. */
	wholeHref: string;
	/** Where the line is worded otherwise and published. */
	publishHref: string;
}

/** The sentence that may be published, with what must be known before it is. */
export function PressPanel({ press, wholeHref, publishHref }: Props) {
	const { exact, others, cautions } = press;
	return (
		<Panel title="For the press">
			{exact === null ? (
				<p className="govuk-body">
					The line tells of a whole team and its themes.{" "}
					<AppLink className="govuk-link" href={wholeHref}>
						Take the other filters away
					</AppLink>{" "}
					to see it.
				</p>
			) : (
				<>
					<PressLineBox text={exact} about="the line for the press" />
					{cautions.length > 0 && (
						<ul className="govuk-list govuk-list--bullet tt-press__cautions">
							{cautions.map((caution) => (
								<li key={caution}>{caution}</li>
							))}
						</ul>
					)}
					<p className="govuk-body tt-no-print">
						<AppLink className="govuk-link" href={publishHref}>
							Word it otherwise, or publish it
						</AppLink>
					</p>
					<Details summary="Other wordings">
						{others.map(({ title, text }) => (
							<div key={title}>
								<h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
								<PressLineBox
									text={text}
									about={`the line ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
								/>
							</div>
						))}
					</Details>
				</>
			)}
		</Panel>
	);
}

/** A line that one click selects, for those who copy by hand. */
export function PressLineBox({ text, about }: { text: string; about: string }) {
	return (
		<div className="tt-press">
			<blockquote className="tt-press__line">{text}</blockquote>
			<CopyButton text={text} about={about} />
		</div>
	);
}
