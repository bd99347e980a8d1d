import type { InviteHolder } from "#app/data/invites.ts";

interface Reachable {
	id: string;
	name: string;
	email: string;
}

/** Whom a session's invite goes to: contacts first; an address that two share is one calendar. */
export function recipientsOf(
	contacts: readonly (Reachable & { linkVersion: number })[],
	facilitators: readonly Reachable[],
): InviteHolder[] {
	const all = [
		...contacts.map(({ linkVersion, ...one }) => holder("contact", one, linkVersion)),
		...facilitators.map((one) => holder("facilitator", one, null)),
	];
	return [...new Map(all.reverse().map((one) => [one.address, one])).values()].reverse();
}

function holder(
	kind: InviteHolder["kind"],
	{ id, name, email }: Reachable,
	linkVersion: number | null,
): InviteHolder {
	return { kind, id, name, address: email, linkVersion };
}
