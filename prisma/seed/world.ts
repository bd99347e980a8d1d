import type { CommandContext } from "#app/commands/command-context.ts";
import type { PersonSpec } from "./people.ts";
import type { PlannedSession } from "./plan.ts";
import type { Reachable, Register } from "./register.ts";

/** What every writer of the demo is given. */
export interface DemoWorld {
	register: Register;
	deployment: CommandContext["deployment"];
	settings: CommandContext["settings"];
	/** Who booked everything. */
	coordinator: CommandContext["actor"];
	/** Who a facilitator is in history: their account, or themselves where they have none. */
	facilitator(spec: PersonSpec): CommandContext["actor"];
}

/** The contacts of a session's place who are told of it. */
export function contactsOf(
	{ register }: DemoWorld,
	{ venue, contacts }: PlannedSession,
): (Reachable & { linkVersion: number })[] {
	const told = register.venue(venue).contacts.slice(0, contacts);
	return told.map((contact) => ({ ...contact, linkVersion: 0 }));
}

export function facilitatorsOf(
	{ register }: DemoWorld,
	{ facilitators }: PlannedSession,
): Reachable[] {
	return facilitators.map((spec) => register.person(spec));
}
