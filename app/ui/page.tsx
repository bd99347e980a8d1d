import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { AppLink } from "./app-link.tsx";
import { type Flash, NotificationBanner } from "./notification-banner.tsx";

export interface NavItem {
	href: string;
	text: string;
	current: boolean;
	/** Things waiting there; nothing is shown for 0. */
	count?: number;
}

interface Props {
	partnership: string;
	user: { name: string; role: string } | null;
	nav: NavItem[];
	demo: boolean;
	banner?: Flash | null;
	children: ReactNode;
}

/** Everything around a page: skip link, header, navigation, demo bar, main, footer. */
export function PageShell({ partnership, user, nav, demo, banner, children }: Props) {
	return (
		<div className="tt-page">
			<a href="#main-content" className="govuk-skip-link">
				Skip to main content
			</a>
			<header>
				<Header partnership={partnership} user={user} />
				{nav.length > 0 && <Navigation nav={nav} />}
				{demo && (
					<div className="tt-demo">
						<div className="govuk-width-container">Demo data: fictional schools and people</div>
					</div>
				)}
			</header>
			<div className="tt-main-wrap">
				<div className="govuk-width-container">
					<main className="tt-main" id="main-content" tabIndex={-1}>
						{banner && (
							<NotificationBanner
								kind={banner.kind}
								title={banner.message}
								nextStep={banner.nextStep}
							/>
						)}
						{children}
					</main>
				</div>
			</div>
			<Footer />
		</div>
	);
}

function Header({ partnership, user }: Pick<Props, "partnership" | "user">) {
	return (
		<div className="tt-header">
			<div className="govuk-width-container tt-header__row">
				<div className="tt-header__brand">
					<AppLink className="tt-header__name" href="/">
						<Mark />
						Termtime
					</AppLink>
					<span className="tt-header__partnership">{partnership}</span>
				</div>
				{user && (
					<form className="tt-header__user" method="post" action="/sign-out">
						<AppLink className="tt-header__person" href="/account">
							{user.name} <span className="tt-header__role">{user.role}</span>
						</AppLink>
						<button className="tt-header__sign-out" type="submit">
							Sign out
						</button>
					</form>
				)}
			</div>
		</div>
	);
}

function Mark() {
	return (
		<svg className="tt-header__mark" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
			<rect x="1" y="3" width="24" height="22" rx="3" fill="#fff" />
			<path d="M1 6a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v3H1Z" fill="#7fd1c7" />
			<path d="M7 1v5M19 1v5" stroke="#fff" strokeWidth="2" />
			<path d="m7.5 16.5 4 4 7-8" fill="none" stroke="#1c3a5e" strokeWidth="2.6" />
		</svg>
	);
}

/**
 * Always open on a desk, a Menu to open on a phone, with no script. why the key: after a link is
 * followed without a full page load the menu would otherwise stay open over the new page.
 */
function Navigation({ nav }: Pick<Props, "nav">) {
	const { pathname } = useLocation();
	const here = nav.find((item) => item.current);
	return (
		<nav className="tt-nav" aria-label="Main">
			<div className="govuk-width-container">
				<details className="tt-nav__menu" key={pathname}>
					<summary className="tt-nav__summary">
						Menu {here && <span className="tt-nav__here">{here.text}</span>}
					</summary>
					<ul className="tt-nav__list">
						{nav.map((item) => (
							<li key={item.href}>
								<AppLink
									className="tt-nav__link"
									href={item.href}
									aria-current={item.current ? "page" : undefined}
								>
									{item.text}
									{item.count ? (
										<span className="tt-count">
											{item.count}
											<span className="govuk-visually-hidden"> waiting</span>
										</span>
									) : null}
								</AppLink>
							</li>
						))}
					</ul>
				</details>
			</div>
		</nav>
	);
}

function Footer() {
	return (
		<footer className="tt-footer">
			<div className="govuk-width-container">
				<ul>
					<li>
						<AppLink className="govuk-link" href="/accessibility">
							Accessibility
						</AppLink>
					</li>
					<li>
						<AppLink className="govuk-link" href="/privacy">
							Privacy
						</AppLink>
					</li>
					<li>Termtime</li>
				</ul>
			</div>
		</footer>
	);
}
