import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import {
	holdInvite,
	type InviteHolder,
	insertOutboxMessage,
	type NewOutboxMessage,
	noteSequence,
	replaceHeld,
	type Tells,
	withdrawOthers,
} from "#app/data/invites.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { composeInvite } from "#app/domain/invites/compose-invite.ts";
import {
	type InviteMessage,
	type InvitePlan,
	planInvites,
	type SessionState,
} from "#app/domain/invites/invite-changes.ts";
import type { InviteFacts } from "#app/domain/invites/invite-facts.ts";
import type { InviteReason } from "#app/domain/invites/mail-words.ts";
import {
	calendarStatus,
	domainOf,
	type FactSource,
	organizerAddress,
	sessionFacts,
	venueAddress,
} from "#app/domain/invites/session-facts.ts";
import type { CommandContext, Deployment } from "./command-context.ts";
import { schoolLink } from "./school-link.ts";

/** What a calendar shows of a session, and who is to have it. */
export type Shown = Pick<
	FactSource,
	"status" | "startsAt" | "endsAt" | "venue" | "room" | "programme" | "sequence"
>;

type Invite = SessionRecord["invites"][number];

/** One session's invite to one address, as deciding what is owed needs it. */
type HeldInvite = Pick<
	Invite,
	"kind" | "contactId" | "personId" | "name" | "address" | "withdrawnAt" | "lastSequence" | "told"
> & {
	contact?: Pick<NonNullable<Invite["contact"]>, "email" | "linkVersion" | "retiredAt"> | null;
};

function stateOf(
	shown: Shown,
	holders: readonly InviteHolder[],
	invites: readonly HeldInvite[],
): SessionState {
	const known = new Map(invites.map((invite) => [invite.address, invite]));
	return {
		status: calendarStatus[shown.status],
		startsAt: shown.startsAt,
		endsAt: shown.endsAt,
		venueName: shown.venue.name,
		venueAddress: venueAddress(shown.venue),
		room: shown.room,
		programmeName: shown.programme.name,
		sequence: shown.sequence,
		recipients: holders.map(({ kind, id, name, address }) => ({
			key: `${kind}:${id}`,
			kind,
			name,
			address,
			lastSequence: known.get(address)?.lastSequence ?? null,
			holdsEntry: known.get(address)?.told?.method === "REQUEST",
		})),
	};
}

/** Who holds a session's invite now. */
export function holdersOf({ invites }: { invites: readonly HeldInvite[] }): InviteHolder[] {
	return invites.filter(({ withdrawnAt }) => withdrawnAt === null).map(holderOf);
}

/** Whose invite it is. A retired contact has no page any more, and an address they left none of it. */
export function holderOf(invite: HeldInvite): InviteHolder {
	const { kind, contact, contactId, personId, name, address } = invite;
	return {
		kind: kind === "contact" ? "contact" : "facilitator",
		id: contactId ?? personId ?? "",
		name,
		address,
		linkVersion:
			contact && contact.retiredAt === null && contact.email === address
				? contact.linkVersion
				: null,
	};
}

/** Decides, before anything is written, which messages a change owes and under which SEQUENCE. */
export function planSessionInvites(
	before: (Shown & { invites: readonly HeldInvite[] }) | null,
	after: Omit<Shown, "sequence">,
	holders: readonly InviteHolder[],
): InvitePlan {
	const invites = before?.invites ?? [];
	return planInvites({
		before: before && stateOf(before, holdersOf(before), invites),
		after: stateOf({ ...after, sequence: 0 }, holders, invites),
	});
}

interface Owed {
	plan: InvitePlan;
	before: SessionRecord | null;
	/** As saved, its sequence the plan's. */
	after: SessionRecord;
	holders: readonly InviteHolder[];
	/** Kept back until somebody sends them. */
	hold: boolean;
}

/** Writes the messages of a plan to the outbox, in the transaction of the change they tell of. */
export async function oweInvites(
	tx: Transaction,
	context: CommandContext,
	{ plan, before, after, holders, hold }: Owed,
): Promise<void> {
	const leaving = before ? holdersOf(before) : [];
	const known = new Map([...leaving, ...holders].map((holder) => [holder.address, holder]));
	const inviteIds = new Map(after.invites.map(({ address, id }) => [address, id]));
	for (const holder of holders) {
		inviteIds.set(holder.address, await holdInvite(tx, after.id, holder));
	}
	if (after.status !== "cancelled") {
		const addresses = holders.map(({ address }) => address);
		await withdrawOthers(tx, after.id, addresses, context.now);
	}
	await takeBackHeld(tx, plan, after.status === "cancelled" ? [] : holders, inviteIds);
	const told = new Map(before?.invites.map((invite) => [invite.address, invite.told]));
	for (const message of plan.messages) {
		const holder = known.get(message.address);
		const inviteId = inviteIds.get(message.address);
		if (!holder || !inviteId) throw new Error(`No invite for a message of ${after.reference}`);
		const previous = message.why === "updated" ? told.get(message.address)?.tells : null;
		await oweMessage(tx, context, { session: after, holder, inviteId, message, previous, hold });
		await noteSequence(tx, inviteId, message.sequence, false);
	}
}

/** What is held for somebody who now gets a newer message, or is no longer to come at all. */
async function takeBackHeld(
	tx: Transaction,
	{ messages }: InvitePlan,
	coming: readonly InviteHolder[],
	inviteIds: ReadonlyMap<string, string>,
): Promise<void> {
	const idsOf = (wanted: (address: string) => boolean) =>
		[...inviteIds].flatMap(([address, id]) => (wanted(address) ? [id] : []));
	const overtaken = new Set(messages.map(({ address }) => address));
	const stay = new Set(coming.map(({ address }) => address));
	await replaceHeld(
		tx,
		idsOf((address) => overtaken.has(address)),
	);
	// why only these: a CANCEL held for somebody who left earlier is still owed to them.
	await replaceHeld(
		tx,
		idsOf((address) => !stay.has(address)),
		"REQUEST",
	);
}

/** The session as a message tells of it. */
type Subject = FactSource & { organizerToken: string };

export interface OwedMessage {
	session: Subject;
	holder: InviteHolder;
	inviteId: string;
	message: Pick<InviteMessage, "method" | "sequence" | "version"> & {
		why: InviteMessage["why"] | "resent";
	};
	/** How it is worded, where that is not as `why` says. */
	words?: InviteReason;
	/** What the recipient was told before, where it differs. */
	previous?: Tells | null | undefined;
	hold: boolean;
}

export async function oweMessage(
	tx: Transaction,
	context: CommandContext,
	owed: OwedMessage,
): Promise<void> {
	await insertOutboxMessage(tx, writeMessage(context, owed));
}

/** The whole message to one recipient, ready to be kept until the post takes it. */
export function writeMessage(
	context: Pick<CommandContext, "deployment" | "settings" | "now">,
	owed: OwedMessage,
): NewOutboxMessage {
	const { session, holder, inviteId, message, previous, hold } = owed;
	const { deployment, settings, now } = context;
	const facts = inviteFactsFor(session, holder, message.sequence, { deployment, settings });
	const composed = composeInvite(facts, {
		method: message.method,
		stamp: now,
		why: owed.words ?? message.why,
		...(previous && { previous }),
	});
	return {
		inviteId,
		method: message.method,
		sequence: message.sequence,
		version: message.version,
		why: message.why,
		tells: tellsOf(session, message.method),
		messageId: `<${randomUUID()}@${domainOf(deployment.mailFrom)}>`,
		fromName: facts.organizer.name,
		fromAddress: facts.organizer.address,
		toName: holder.name,
		toAddress: holder.address,
		subject: composed.subject,
		text: composed.text,
		html: composed.html,
		ics: composed.ics,
		status: hold ? "held" : "waiting",
		now,
	};
}

function tellsOf(session: Subject, method: InviteMessage["method"]): Tells {
	const { startsAt, endsAt, room } = session;
	const status = method === "CANCEL" ? "CANCELLED" : calendarStatus[session.status];
	return { startsAt, endsAt, room, status };
}

/** All that one recipient is told, and nothing else: also what the preview shows. */
export function inviteFactsFor(
	session: Subject,
	holder: InviteHolder,
	sequence: number,
	{ deployment, settings }: { deployment: Deployment; settings: CommandContext["settings"] },
): InviteFacts {
	const staff = holder.kind === "facilitator";
	const sessionUrl = staff ? `${deployment.appUrl}/sessions/${session.reference}` : null;
	return {
		...sessionFacts(session, { zone: settings.zone, sessionUrl }),
		sequence,
		reminderDaysBefore: settings.reminderDays,
		organizer: {
			name: session.team.name,
			address: organizerAddress(deployment.mailFrom, session.organizerToken),
		},
		recipient: {
			name: holder.name,
			address: holder.address,
			kind: holder.kind,
			page: pageOf(holder, deployment),
		},
	};
}

function pageOf({ id, linkVersion }: InviteHolder, deployment: Deployment): string | null {
	return linkVersion === null ? null : schoolLink(deployment, { contactId: id, linkVersion });
}
