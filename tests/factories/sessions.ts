import { randomUUID } from "node:crypto";
import type { Database } from "#app/data/database.ts";
import {
	findSession,
	insertSession,
	type NewSession,
	type SessionRecord,
	takeReferenceNumber,
} from "#app/data/sessions.ts";
import { formatReference } from "#app/domain/sessions/reference.ts";
import { DEFAULT_ZONE, localDateOf } from "#app/domain/time.ts";
import type { TeamThatCanBook } from "./a-team-that-can-book.ts";

const HOUR = 3_600_000;

/**
 * A session as it stands in the database, without the command that would have booked it: confirmed,
 * Thursday 14 January 2027, 9:00am, an hour long, the first facilitator, no room and no invites.
 */
export async function aSession(
	database: Database,
	world: TeamThatCanBook,
	overrides: Partial<NewSession> = {},
): Promise<SessionRecord> {
	const startsAt = overrides.startsAt ?? new Date("2027-01-14T09:00:00Z");
	const localDate = localDateOf(startsAt, DEFAULT_ZONE);
	const reference = await database.transaction(async (tx) => {
		const year = Number(localDate.slice(0, 4));
		const { prefix: team } = world.team;
		const session: NewSession = {
			reference:
				overrides.reference ??
				formatReference({ team, year, number: await takeReferenceNumber(tx, team, year) }),
			uid: `${randomUUID()}@termtime.test`,
			organizerToken: randomUUID(),
			now: new Date("2026-11-25T09:00:00Z"),
			programmeId: world.programme.id,
			teamId: world.team.id,
			venueId: world.venue.id,
			room: null,
			status: "confirmed",
			startsAt,
			endsAt: new Date(startsAt.getTime() + HOUR),
			localDate,
			expectedYoungPeople: 30,
			notes: "",
			prepare: world.programme.schoolProvides,
			endReason: null,
			cancelledBy: null,
			overrides: [],
			yearGroups: ["Y8"],
			facilitatorIds: [world.facilitators[0].id],
			...overrides,
		};
		await insertSession(tx, session);
		return session.reference;
	});
	const saved = await findSession(database.client, reference);
	if (!saved) throw new Error(`${reference} was not saved`);
	return saved;
}
