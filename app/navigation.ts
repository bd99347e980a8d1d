import { may, type Role } from "#app/domain/access/permissions.ts";
import { routeAccess } from "#app/http/route-access.ts";

/** The service navigation, in its order. Who sees what follows from who may enter. */
const items = [
	{ href: "/", text: "Home" },
	{ href: "/my-day", text: "My day" },
	{ href: "/sessions", text: "Sessions" },
	{ href: "/calendar", text: "Calendar" },
	{ href: "/requests", text: "Requests" },
	{ href: "/venues", text: "Venues" },
	{ href: "/people", text: "People" },
	{ href: "/programmes", text: "Programmes" },
	{ href: "/reach", text: "Reach" },
	{ href: "/coverage", text: "Coverage" },
	{ href: "/publications", text: "Publications" },
	{ href: "/imports", text: "Imports" },
	{ href: "/outbox", text: "Outbox" },
	{ href: "/settings", text: "Settings" },
];

export interface NavLink {
	href: string;
	text: string;
}

/** The places somebody may go to. */
export function navigationFor(role: Role): NavLink[] {
	return items.filter(({ href }) => {
		const access = routeAccess[href];
		return typeof access === "object" && may(role, access.permission);
	});
}
