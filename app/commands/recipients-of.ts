import type { InviteHolder } from "#app/data/invites.ts";

interface Reachable {
	id: string;
	name: string;
	email: string;
}

/** Whom a session's invite goes to: contacts first; an address that two share is one calendar. */
export function recipientsOf(
	contacts: readonly Reachable[],
	facilitators: readonly Reachable[],
): InviteHolder[] {
	const holder =
		(kind: InviteHolder["kind"]) =>
		({ id, name, email }: Reachable): InviteHolder => ({ kind, id, name, address: email });
	const all = [...contacts.map(holder("contact")), ...facilitators.map(holder("facilitator"))];
	return [...new Map(all.reverse().map((one) => [one.address, one])).values()].reverse();
}
