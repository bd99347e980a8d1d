import type { ComponentProps } from "react";
import { Link } from "react-router";

export type AppLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

const FILE = /\.(csv|ics|json|pdf|zip|eml)([?#]|$)/;

/**
 * A link to anywhere. Pages of the product load without a full page when scripts run; files, other
 * sites and places on the same page stay ordinary links, because the router cannot answer them.
 */
export function AppLink({ href, ...rest }: AppLinkProps) {
	const isPage = href.startsWith("/") && !href.startsWith("//") && !FILE.test(href);
	return isPage ? <Link to={href} {...rest} /> : <a href={href} {...rest} />;
}
