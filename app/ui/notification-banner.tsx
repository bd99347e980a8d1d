import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

/** What just happened, and the next likely step. */
export interface Flash {
	kind: "success" | "important";
	message: string;
	nextStep?: { href: string; text: string };
}

const ICON = {
	success:
		"M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm-1.6 15.6-4.2-4.2 1.7-1.7 2.5 2.5 5.7-5.7 1.7 1.7Z",
	important:
		"M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm-1.3 5h2.6v8h-2.6Zm1.3 9.8a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z",
};

interface Props {
	kind: Flash["kind"];
	/** The news in one sentence. */
	title: ReactNode;
	nextStep?: Flash["nextStep"];
	children?: ReactNode;
}

/** `success` is announced when the page opens; `important` waits its turn. */
export function NotificationBanner({ kind, title, nextStep, children }: Props) {
	return (
		<div className={`tt-banner tt-banner--${kind}`} role={kind === "success" ? "alert" : "status"}>
			<svg className="tt-banner__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
				<path d={ICON[kind]} />
			</svg>
			<div>
				<p className="tt-banner__title">
					<span className="govuk-visually-hidden">
						{kind === "success" ? "Success: " : "Important: "}
					</span>
					{title}
				</p>
				{children}
				{nextStep && (
					<p className="tt-banner__next">
						<AppLink className="govuk-link" href={nextStep.href}>
							{nextStep.text}
						</AppLink>
					</p>
				)}
			</div>
		</div>
	);
}
