export const roles = ["coordinator", "facilitator", "manager", "administrator"] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
	coordinator: "Coordinator",
	facilitator: "Facilitator",
	manager: "Manager",
	administrator: "Administrator",
};

const everyone: readonly Role[] = roles;
const office: readonly Role[] = ["coordinator", "administrator"];

/** Who may do what. A permission that is not here does not exist, and nobody has it. */
export const permissions = {
	"account.own": everyone,
	"sessions.view": everyone,
	"sessions.book": office,
	"sessions.change": office,
	/** A facilitator may for the sessions they are assigned to: see mayCloseOut. */
	"sessions.close_out": ["coordinator", "facilitator", "administrator"],
	/** A facilitator may where their school recorded it: see mayCorrect. */
	"sessions.correct": office,
	/** Notes and sensitivities; a facilitator only of their own sessions: see maySeeNotes. */
	"notes.view": ["coordinator", "facilitator", "administrator"],
	"my_day.view": everyone,
	/** What schools ask for, with whom to answer. */
	"requests.view": office,
	"requests.answer": office,
	"register.view": everyone,
	"register.change": office,
	/** Files brought in: the register of schools and past sessions. */
	"imports.manage": office,
	/** Telephone numbers and addresses of contacts and colleagues. */
	"contacts.view": ["coordinator", "facilitator", "administrator"],
	/** What contacts may ask for: to see what is kept about them, and to be forgotten. */
	"contacts.rights": office,
	"reach.view": ["coordinator", "manager", "administrator"],
	/** Freezing a line for the public, and withdrawing it. */
	"reach.publish": ["coordinator", "manager", "administrator"],
	"targets.change": ["coordinator", "manager", "administrator"],
	/** The report that managers may have by mail each month. */
	"report.receive": ["manager", "administrator"],
	"outbox.view": office,
	"outbox.change": office,
	"settings.view": office,
	"settings.change": ["administrator"],
	"accounts.manage": ["administrator"],
	/** Tokens by which programs act as oneself. */
	"tokens.own": ["coordinator", "manager", "administrator"],
	/** How long names are kept. */
	"retention.manage": ["administrator"],
	/** Other systems that are told of changes. */
	"webhooks.manage": ["administrator"],
	/** To see and end everybody's. */
	"tokens.manage": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
	return (permissions[permission] as readonly Role[]).includes(role);
}

/** Somebody signed in. `personId` is set for those who deliver. */
export interface Actor {
	userId: string;
	name: string;
	email: string;
	role: Role;
	personId: string | null;
}

interface Delivered {
	facilitatorIds: readonly string[];
}

/** Facilitators close out what they deliver; the office closes out anything. */
export function mayCloseOut(actor: Actor, session: Delivered): boolean {
	if (!may(actor.role, "sessions.close_out")) return false;
	return actor.role !== "facilitator" || delivers(actor, session);
}

/**
 * The office corrects any record. A facilitator does where a school recorded their session before
 * they could: what only they know, whom they passed on, would otherwise be lost.
 */
export function mayCorrect(actor: Actor, session: Delivered & { bySchool: boolean }): boolean {
	if (may(actor.role, "sessions.correct")) return true;
	return session.bySchool && mayCloseOut(actor, session);
}

/** Sensitivities and notes go to the office and to those who stand in the room, and to nobody else. */
export function maySeeNotes(actor: Actor, session: Delivered): boolean {
	if (!may(actor.role, "notes.view")) return false;
	return actor.role !== "facilitator" || delivers(actor, session);
}

function delivers(actor: Actor, session: Delivered): boolean {
	return actor.personId !== null && session.facilitatorIds.includes(actor.personId);
}
