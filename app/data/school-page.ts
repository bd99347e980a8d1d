import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** Whose page it is. */
export async function findSchoolContact(reader: Reader, id: string) {
	return reader.contact.findUnique({
		where: { id },
		select: {
			id: true,
			name: true,
			retiredAt: true,
			linkVersion: true,
			venue: { select: { id: true, name: true, retiredAt: true } },
		},
	});
}

export type SchoolContact = NonNullable<Awaited<ReturnType<typeof findSchoolContact>>>;

/** why a closed list: notes, sensitivities and other people are not even read for this page. */
const shown = {
	id: true,
	answer: true,
	answeredAt: true,
	answerNote: true,
	report: { include: { headcounts: true, scores: true } },
	session: {
		select: {
			id: true,
			reference: true,
			uid: true,
			sequence: true,
			status: true,
			startsAt: true,
			endsAt: true,
			localDate: true,
			room: true,
			prepare: true,
			expectedYoungPeople: true,
			programme: { select: { id: true, name: true, themeId: true } },
			team: { select: { name: true, email: true, phone: true } },
			venue: { select: { name: true, street: true, town: true, postcode: true } },
			yearGroups: true,
			closeOuts: {
				where: { current: true },
				select: {
					outcome: true,
					counted: true,
					youngPeople: true,
					adults: true,
					bySchool: true,
					headcounts: true,
				},
			},
		},
	},
} satisfies Prisma.InviteSelect;

type Row = Prisma.InviteGetPayload<{ select: typeof shown }>;

/** One session as one contact of its school may know it. */
export type SchoolSession = ReturnType<typeof schoolSessionOf>;

function schoolSessionOf({ session, ...invite }: Row) {
	const { yearGroups, closeOuts, status, ...fields } = session;
	return {
		...fields,
		status: status as SessionStatus,
		yearGroups: sortYearGroups(yearGroups.map(({ yearGroup }) => yearGroup as YearGroup)),
		closeOut: closeOuts[0] ?? null,
		invite: {
			id: invite.id,
			answer: invite.answer,
			answeredAt: invite.answeredAt,
			note: invite.answerNote,
		},
		report: invite.report,
	};
}

const MOST = 200;

/**
 * The sessions that a contact is invited to and was told of, the latest first; an invite that is
 * held is not yet to be known.
 */
function toldTo(contactId: string): Prisma.InviteWhereInput {
	return {
		contactId,
		withdrawnAt: null,
		OR: [
			{ messages: { some: { status: { notIn: ["held", "replaced"] } } } },
			{ messages: { none: {} } },
		],
	};
}

export async function readSchoolSessions(
	reader: Reader,
	contactId: string,
): Promise<SchoolSession[]> {
	const rows = await reader.invite.findMany({
		where: toldTo(contactId),
		select: shown,
		orderBy: [{ session: { startsAt: "desc" } }, { id: "desc" }],
		take: MOST,
	});
	return rows.map(schoolSessionOf);
}

/** One of them, or null for a session that is not this contact's. */
export async function findSchoolSession(
	reader: Reader,
	contactId: string,
	reference: string,
): Promise<SchoolSession | null> {
	const row = await reader.invite.findFirst({
		where: { ...toldTo(contactId), session: { reference } },
		select: shown,
	});
	return row && schoolSessionOf(row);
}
