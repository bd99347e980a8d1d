import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";

const PART = 200;

/**
 * All that a database holds about its sessions, by plain reads and in names rather than ids, so that
 * two databases filled in different ways can be compared: ids, UIDs and the tokens made of chance
 * are left out, and everything is in an order of its own.
 */
export async function sessionContent({ client }: Database) {
	const history = await client.historyEntry.findMany({ orderBy: { id: "asc" } });
	const sessions = await readSessions(client);
	return sessions.map((session) => {
		const { id, uid, organizerToken, programmeId, teamId, venueId, importId, ...own } = session;
		const { yearGroups, assignments, invites, closeOuts, ...fields } = own;
		return {
			...fields,
			yearGroups: yearGroups.map(({ yearGroup }) => yearGroup).sort(),
			assignments: assignments
				.map(({ person, lead, startsAt, endsAt, occupies }) => ({
					email: person.email,
					...{ lead, startsAt, endsAt, occupies },
				}))
				.sort(by("email")),
			invites: invites.map((invite) => inviteContent(invite, organizerToken)).sort(by("address")),
			closeOuts: closeOuts.map(({ id: _, sessionId, headcounts, followUps, ...closeOut }) => ({
				...closeOut,
				headcounts: headcounts.map(({ closeOutId, ...row }) => row).sort(by("yearGroup")),
				followUps: followUps.map(({ closeOutId, ...row }) => row).sort(by("kind")),
			})),
			history: history
				.filter(({ subjectId }) => subjectId === id)
				.map(({ id: _, subjectId, actorId, ...entry }) => entry),
		};
	});
}

const whole = {
	programme: { select: { name: true } },
	import: { select: { fileName: true } },
	team: { select: { prefix: true } },
	venue: { select: { name: true } },
	yearGroups: true,
	assignments: { include: { person: { select: { email: true } } } },
	invites: { include: { messages: { orderBy: { id: "asc" } } } },
	closeOuts: { include: { headcounts: true, followUps: true }, orderBy: { revision: "asc" } },
} satisfies Prisma.SessionInclude;

/** why in parts: all that belongs to a thousand sessions is more than one query can ask for. */
async function readSessions(client: Database["client"]) {
	const sessions: Prisma.SessionGetPayload<{ include: typeof whole }>[] = [];
	for (let full = true; full; ) {
		const part = await client.session.findMany({
			include: whole,
			orderBy: { reference: "asc" },
			skip: sessions.length,
			take: PART,
		});
		sessions.push(...part);
		full = part.length === PART;
	}
	return sessions;
}

type Invite = Prisma.InviteGetPayload<{ include: { messages: true } }>;

function inviteContent(invite: Invite, token: string) {
	const { kind, name, address, withdrawnAt, lastSequence, answer, answeredAt, messages } = invite;
	return {
		...{ kind, name, address, withdrawnAt, lastSequence, answer, answeredAt },
		messages: messages.map(({ id, inviteId, messageId, ics, fromAddress, ...message }) => ({
			...message,
			fromAddress: fromAddress?.replace(token, "TOKEN"),
			ics: ics
				?.replace(/\r\n[ \t]/g, "")
				.replace(/^UID:.*$/m, "UID")
				.replaceAll(token, "TOKEN"),
		})),
	};
}

function by<Key extends string>(key: Key) {
	return (a: Record<Key, string>, b: Record<Key, string>) => (a[key] < b[key] ? -1 : 1);
}
