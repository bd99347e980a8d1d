import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

const number = new Intl.NumberFormat("en-GB").format;

interface Tab {
	href: string;
	text: string;
	current: boolean;
	count?: number;
}

interface Props {
	/** Names the row of tabs for a screen reader: "Parts of this session". */
	label: string;
	items: Tab[];
}

/** Parts of one thing, each with its own address. */
export function Tabs({ label, items }: Props) {
	return (
		<nav className="moj-sub-navigation tt-tabs" aria-label={label}>
			<ul className="moj-sub-navigation__list">
				{items.map(({ href, text, current, count }) => (
					<li className="moj-sub-navigation__item" key={href}>
						<AppLink
							className="moj-sub-navigation__link"
							href={href}
							aria-current={current ? "page" : undefined}
						>
							{text}
							{count !== undefined && <span className="tt-count">{number(count)}</span>}
						</AppLink>
					</li>
				))}
			</ul>
		</nav>
	);
}

interface Part {
	id: string;
	title: string;
	content: ReactNode;
}

/** Parts of one page, all shown, with links to each at the top: nothing hides, everything prints. */
export function PageParts({ label, parts }: { label: string; parts: Part[] }) {
	return (
		<>
			<nav className="moj-sub-navigation tt-tabs" aria-label={label}>
				<ul className="moj-sub-navigation__list">
					{parts.map(({ id, title }) => (
						<li className="moj-sub-navigation__item" key={id}>
							<a className="moj-sub-navigation__link" href={`#${id}`}>
								{title}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{parts.map(({ id, title, content }) => (
				<section className="tt-section" id={id} key={id} aria-labelledby={`${id}-title`}>
					<h2 className="govuk-heading-m" id={`${id}-title`}>
						{title}
					</h2>
					{content}
				</section>
			))}
		</>
	);
}
