import type { ReactNode } from "react";
import { use } from "react";
import {
	data,
	isRouteErrorResponse,
	Links,
	Outlet,
	Scripts,
	ScrollRestoration,
	useLocation,
} from "react-router";
import { appContext } from "#app/http/app-context.ts";
import { takeFlash } from "#app/http/flash.ts";
import { type GateFacts, gate } from "#app/http/gate.ts";
import { readShell, type Shell } from "#app/http/shell.ts";
import styles from "#app/styles/app.scss?url";
import { NonceContext } from "#app/ui/nonce.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";
import { PageShell } from "#app/ui/page.tsx";
import type { Route } from "./+types/root.ts";
import { ErrorPage } from "./routes/error-page.tsx";

export const middleware: Route.MiddlewareFunction[] = [gate];

export const links: Route.LinksFunction = () => [
	{ rel: "stylesheet", href: styles },
	{ rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: Route.LoaderArgs) {
	const app = context.get(appContext);
	const [shell, { flash, cookie }] = await Promise.all([
		readShell(context),
		takeFlash(app, request),
	]);
	return data({ shell, flash }, cookie ? { headers: { "Set-Cookie": cookie } } : undefined);
}

/** why: what a refusal says in its headers, when to try again, is lost otherwise. */
export function headers({ errorHeaders }: Route.HeadersArgs) {
	return errorHeaders ?? {};
}

/** The document around every page, error pages too. */
export function Layout({ children }: { children: ReactNode }) {
	const nonce = use(NonceContext);
	return (
		<html lang="en-GB">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<Links />
			</head>
			{/* why: a script that marks the body before React starts is no mistake of React's. */}
			<body suppressHydrationWarning>
				{children}
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

interface FrameProps {
	shell: Shell | undefined;
	flash?: Flash | null;
	children: ReactNode;
}

function Frame({ shell, flash, children }: FrameProps) {
	const { pathname } = useLocation();
	const nav = (shell?.nav ?? []).map((item) => ({ ...item, current: covers(item.href, pathname) }));
	return (
		<PageShell
			partnership={shell?.partnership ?? ""}
			user={shell?.user ?? null}
			demo={shell?.demo ?? false}
			nav={nav}
			banner={flash}
		>
			{children}
		</PageShell>
	);
}

function covers(href: string, pathname: string): boolean {
	return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}

export default function Root({ loaderData }: Route.ComponentProps) {
	return (
		<Frame shell={loaderData.shell} flash={loaderData.flash}>
			<Outlet />
		</Frame>
	);
}

export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
	const answer = isRouteErrorResponse(error) ? error : null;
	const facts = (answer?.data ?? {}) as GateFacts;
	const shell = loaderData?.shell ?? facts.shell;
	return (
		<Frame shell={shell} flash={loaderData?.flash}>
			<ErrorPage status={answer?.status ?? 500} facts={facts} signedIn={shell?.user != null} />
		</Frame>
	);
}
