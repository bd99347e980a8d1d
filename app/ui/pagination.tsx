import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

interface Props {
	/** From 1. */
	page: number;
	pageSize: number;
	total: number;
	/** Plural, for the count: "sessions". */
	items: string;
	hrefFor: (page: number) => string;
}

/** First, last and the neighbours of the page in hand; `null` stands for the pages between. */
export function pagesShown(page: number, pages: number): (number | null)[] {
	const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
	const sorted = [...new Set(near)].sort((a, b) => a - b);
	return sorted.flatMap((n, at) => {
		const before = sorted[at - 1];
		if (before === undefined || n - before === 1) return [n];
		return n - before === 2 ? [n - 1, n] : [null, n];
	});
}

/** "Showing 51 to 100 of 1,240 sessions" and links; only the count when one page holds all. */
export function Pagination({ page, pageSize, total, items, hrefFor }: Props) {
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const from = (page - 1) * pageSize + 1;
	const number = new Intl.NumberFormat("en-GB").format;
	return (
		<div className="tt-pagination">
			<p className="govuk-body-s tt-pagination__count">
				Showing {number(Math.min(from, total))} to {number(Math.min(page * pageSize, total))} of{" "}
				{number(total)} {items}
			</p>
			{pages > 1 && (
				<nav className="govuk-pagination" aria-label="Pages">
					{page > 1 && <Step to="prev" text="Previous" href={hrefFor(page - 1)} />}
					<ul className="govuk-pagination__list">
						{pagesShown(page, pages).map((n, at) => (
							<PageItem
								key={n ?? `gap-${at}`}
								page={n}
								current={n === page}
								href={n === null ? "" : hrefFor(n)}
							/>
						))}
					</ul>
					{page < pages && <Step to="next" text="Next" href={hrefFor(page + 1)} />}
				</nav>
			)}
		</div>
	);
}

function PageItem(props: { page: number | null; current: boolean; href: string }) {
	if (props.page === null) {
		return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
	}
	return (
		<li
			className={classNames(
				"govuk-pagination__item",
				props.current && "govuk-pagination__item--current",
			)}
		>
			<AppLink
				className="govuk-link govuk-pagination__link"
				href={props.href}
				aria-label={`Page ${props.page}`}
				aria-current={props.current ? "page" : undefined}
			>
				{props.page}
			</AppLink>
		</li>
	);
}

function Step({ to, text, href }: { to: "prev" | "next"; text: string; href: string }) {
	return (
		<div className={`govuk-pagination__${to}`}>
			<AppLink className="govuk-link govuk-pagination__link" href={href} rel={to}>
				{to === "prev" && <span aria-hidden="true">←&nbsp;</span>}
				<span className="govuk-pagination__link-title">
					{text}
					<span className="govuk-visually-hidden"> page</span>
				</span>
				{to === "next" && <span aria-hidden="true">&nbsp;→</span>}
			</AppLink>
		</div>
	);
}
