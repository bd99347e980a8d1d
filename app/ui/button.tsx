import type { ComponentProps, ReactNode } from "react";
import { AppLink, type AppLinkProps } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

interface Look {
	kind?: "primary" | "secondary" | "warning";
	small?: boolean;
}

function look({ kind = "primary", small }: Look): string {
	return classNames(
		"govuk-button",
		kind !== "primary" && `govuk-button--${kind}`,
		small && "tt-button--small",
	);
}

type ButtonProps = Look & Omit<ComponentProps<"button">, "className">;

/** Sends its form unless told otherwise. One primary button a page. */
export function Button({ kind, small, type = "submit", ...native }: ButtonProps) {
	return <button {...native} type={type} className={look({ kind, small })} />;
}

type ButtonLinkProps = Look & Omit<AppLinkProps, "className">;

/** Goes somewhere, and looks like a button because going there starts something. */
export function ButtonLink({ kind, small, ...link }: ButtonLinkProps) {
	return <AppLink {...link} className={look({ kind, small })} draggable={false} />;
}

interface ActionsProps {
	children: ReactNode;
	/** One under the other, full width: the side column of a page. */
	stacked?: boolean;
}

/** Buttons that belong together, wrapping on a phone. */
export function Actions({ children, stacked }: ActionsProps) {
	return (
		<div className={classNames("tt-actions", stacked && "tt-actions--stacked")}>{children}</div>
	);
}

/** Buttons and links at the foot of a form, lined up. */
export function ButtonGroup({ children }: { children: ReactNode }) {
	return <div className="govuk-button-group">{children}</div>;
}
