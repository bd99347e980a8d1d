import type { RouterContextProvider } from "react-router";
import { SCHOOL } from "#app/commands/answer-as-school.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { contactNamedIn, opensSchoolPage } from "#app/commands/school-link.ts";
import { findSchoolContact, type SchoolContact } from "#app/data/school-page.ts";
import { type LocalDate, localDateOf } from "#app/domain/time.ts";
import { anonymously } from "#app/http/anonymous.ts";
import type { App } from "#app/http/app-context.ts";
import { spend } from "#app/http/sign-in.ts";

interface Asked {
	context: Readonly<RouterContextProvider>;
	params: { token?: string };
}

/** What the pages of a school are given once their address is found good. */
export interface AtSchool {
	app: App;
	contact: SchoolContact;
	command: CommandContext;
	/** The page's own address. */
	base: string;
	now: Date;
	zone: string;
	today: LocalDate;
}

/**
 * The contact whose page an address opens; null for an address that was never one, was replaced, or
 * whose contact is retired: from outside these are one.
 * @throws 429 after too many tries, or too many visits
 */
export async function findSchool({ context, params }: Asked): Promise<AtSchool | null> {
	const { app, visit, command } = await anonymously(context);
	const token = params.token ?? "";
	const id = contactNamedIn(token);
	const contact = id && (await findSchoolContact(app.database.client, id));
	if (!contact || !isOpen(app, token, contact)) {
		await spend(app.limits.schoolMisses, visit.network);
		return null;
	}
	await spend(app.limits.schoolVisits, contact.id);
	const { now } = visit;
	const { zone } = command.settings;
	const actor = { userId: "", name: SCHOOL };
	return {
		app,
		contact,
		command: { ...command, actor },
		base: `/school/${token}`,
		now,
		zone,
		today: localDateOf(now, zone),
	};
}

function isOpen({ deployment }: App, token: string, contact: SchoolContact): boolean {
	const { id: contactId, linkVersion, retiredAt, venue } = contact;
	const inUse = retiredAt === null && venue.retiredAt === null;
	return inUse && opensSchoolPage(deployment, token, { contactId, linkVersion });
}
