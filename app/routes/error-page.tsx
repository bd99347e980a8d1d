import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { type Role, roleLabels } from "#app/domain/access/permissions.ts";
import { largestFile } from "#app/domain/imports/import-status.ts";
import type { ErrorFacts } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

interface Props {
	status: number;
	facts: ErrorFacts;
	signedIn: boolean;
}

/** What went wrong and what to do about it, in words. */
export function ErrorPage(props: Props) {
	const { title, children } = wordsFor(props);
	return (
		<>
			<PageTitle title={title} />
			<PageHeading title={title} />
			<div className="govuk-body">{children}</div>
		</>
	);
}

interface Words {
	title: string;
	children: ReactNode;
}

function wordsFor({ status, facts, signedIn }: Props): Words {
	switch (status) {
		case 400:
			return {
				title: "That did not arrive in one piece",
				children: <p>Go back, load the page again and try once more. Nothing was changed.</p>,
			};
		case 401:
			return { title: "You need to sign in first", children: <SignInAgain /> };
		case 403:
			return {
				title: "You cannot do that here",
				children: <Refused needed={facts.needed} signedIn={signedIn} />,
			};
		case 404:
			return { title: "Page not found", children: <Lost /> };
		case 405:
			return {
				title: "This page cannot be sent to",
				children: <p>Go back and use the buttons on the page. Nothing was changed.</p>,
			};
		case 411:
		case 413:
			return {
				title: "That is too much to send",
				children: <TooMuch />,
			};
		case 429:
			return { title: "Too many tries", children: <TryLater seconds={facts.retryAfter} /> };
		default:
			return {
				title: "Sorry, something went wrong",
				children: (
					<p>
						Try again in a few minutes. If it keeps happening, tell your administrator what you were
						doing and when.
					</p>
				),
			};
	}
}

function TooMuch() {
	const { pathname } = useLocation();
	const largest = Math.max(...Object.values(largestFile)) / (1024 * 1024);
	return pathname.startsWith("/imports") ? (
		<p>The largest file that can be brought in is {largest} MB. Nothing was changed.</p>
	) : (
		<p>Shorten what you typed, or choose a smaller file. Nothing was changed.</p>
	);
}

function SignInAgain() {
	return (
		<>
			<p>You were signed out, or your sign-in ran out. Nothing was changed.</p>
			<p>
				<AppLink className="govuk-link" href="/sign-in">
					Sign in
				</AppLink>
			</p>
		</>
	);
}

function Refused({ needed, signedIn }: { needed?: readonly Role[]; signedIn: boolean }) {
	if (!needed || !signedIn) {
		return (
			<p>
				Open the page you came from again in this browser and try once more. Nothing was changed.
			</p>
		);
	}
	const names = needed.map((role) => `${roleLabels[role].toLowerCase()}s`);
	const list = new Intl.ListFormat("en-GB").format(names);
	return (
		<>
			<p>This is only for {list}.</p>
			<p>If you need it for your work, ask your administrator to change your role.</p>
		</>
	);
}

function Lost() {
	const { pathname } = useLocation();
	return (
		<>
			<p>
				There is nothing at <span className="govuk-!-font-weight-bold">{pathname}</span>. If you
				typed the address, check it; if you followed a link, what it led to may be gone.
			</p>
			<p>
				<AppLink className="govuk-link" href="/">
					Go to the start page
				</AppLink>
			</p>
		</>
	);
}

function TryLater({ seconds = 60 }: { seconds?: number }) {
	const minutes = Math.max(1, Math.ceil(seconds / 60));
	return (
		<p>
			Wait {minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again. Nothing was changed.
		</p>
	);
}
