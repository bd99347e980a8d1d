import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Database } from "#app/data/database.ts";
import { rebuildKeptReach } from "#app/data/keep-reach.ts";
import { sessionStatuses } from "#app/domain/sessions/status.ts";
import type { yearGroups } from "#app/domain/sessions/year-groups.ts";

/** What random sessions are made of; positions stand for it. */
export const register = {
	teams: [
		{ id: "team-jet", prefix: "JET", name: "Joint Education Team" },
		{ id: "team-ppp", prefix: "PPP", name: "PPP team" },
	],
	agencies: [
		{ id: "agency-police", name: "Northmoor Police" },
		{ id: "agency-fire", name: "Northmoor Fire and Rescue" },
	],
	themes: [
		{ id: "theme-knife", name: "Knife crime" },
		{ id: "theme-gangs", name: "Gangs and county lines" },
		{ id: "theme-never", name: "Never delivered" },
	],
	programmes: [
		{ id: "programme-0", slug: "choices", name: "Choices", theme: 0 },
		{ id: "programme-1", slug: "first-aid", name: "First aid", theme: 0 },
		{ id: "programme-2", slug: "county-lines", name: "County lines", theme: 1 },
	],
	districts: [
		{ code: "E07000066", name: "Basildon" },
		{ code: "E07000067", name: "Braintree" },
	],
	venues: [
		{
			id: "venue-0",
			urn: "900001",
			name: "Marsh Lane Academy",
			district: 0,
			phase: "secondary",
			kind: "school",
		},
		{
			id: "venue-1",
			urn: "900002",
			name: "Crow Hill School",
			district: 0,
			phase: "primary",
			kind: "school",
		},
		{
			id: "venue-2",
			urn: "900003",
			name: "Old Ferry College",
			district: 1,
			phase: "secondary",
			kind: "college",
		},
		{
			id: "venue-3",
			urn: null,
			name: "Wren Park Youth Club",
			district: null,
			phase: null,
			kind: "youth_club",
		},
	],
	people: [
		{ id: "person-a", name: "Person A", agency: 0 },
		{ id: "person-b", name: "Person B", agency: 0 },
		{ id: "person-c", name: "Person C", agency: 1 },
		{ id: "person-d", name: "Person D", agency: 1 },
	],
};

/** What stands at a position; throws where nothing does. */
export function at<Item>(items: readonly Item[], position: number): Item {
	const item = items[position];
	if (item === undefined) throw new RangeError(`Nothing at ${position}`);
	return item;
}

const some = <Item>(of: readonly Item[], max: number) =>
	fc.uniqueArray(fc.integer({ min: 0, max: of.length - 1 }), { maxLength: max });
const place = (of: readonly unknown[]) => fc.integer({ min: 0, max: of.length - 1 });
const groups = [
	"Y7",
	"Y8",
	"Y9",
	"Mixed",
] as const satisfies readonly (typeof yearGroups)[number][];

/** Days about the tests' now, 25 November 2026, and about the turns of school and calendar years. */
const day = fc
	.oneof(
		fc.integer({ min: -20, max: 20 }).map((days) => Date.UTC(2026, 10, 25) + days * 86_400_000),
		fc.integer({ min: -3, max: 3 }).map((days) => Date.UTC(2026, 8, 1) + days * 86_400_000),
		fc.integer({ min: -400, max: 400 }).map((days) => Date.UTC(2026, 0, 1) + days * 86_400_000),
	)
	.map((millis) => new Date(millis).toISOString().slice(0, 10));

export const randomSession = fc.record({
	localDate: day,
	status: fc.oneof(fc.constant("delivered" as const), fc.constantFrom(...sessionStatuses)),
	cancelledBy: fc.constantFrom("us" as const, "school" as const),
	team: place(register.teams),
	programme: place(register.programmes),
	venue: place(register.venues),
	people: some(register.people, 3),
	booked: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 2 }),
	expected: fc.integer({ min: 0, max: 2000 }),
	counted: fc.constantFrom("counted" as const, "estimated" as const),
	adults: fc.integer({ min: 0, max: 20 }),
	heads: fc.uniqueArray(
		fc.tuple(fc.constantFrom(...groups), fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }))),
		{ minLength: 1, maxLength: 3, selector: ([group]) => group },
	),
	/** A first revision that was corrected, whose numbers must show nowhere. */
	corrected: fc.boolean(),
});

export type RandomSession =
	typeof randomSession extends fc.Arbitrary<infer Session> ? Session : never;

export interface Fact extends RandomSession {
	reference: string;
	endsAt: Date;
}

/** A delivered session for figures worked out by hand: 30 of Year 8, counted, one adult. */
export function aDeliveredSession(overrides: Partial<RandomSession> = {}): RandomSession {
	return {
		localDate: "2026-10-05",
		status: "delivered",
		cancelledBy: "us",
		team: 0,
		programme: 0,
		venue: 0,
		people: [0],
		booked: ["Y8"],
		expected: 500,
		counted: "counted",
		adults: 1,
		heads: [["Y8", 30]],
		corrected: false,
		...overrides,
	};
}

/** Writes the register, to which all random sessions refer. */
export async function insertRegister({ client }: Database): Promise<void> {
	const { teams, agencies, themes, programmes, districts, venues, people } = register;
	await client.agency.createMany({ data: agencies });
	await client.theme.createMany({
		data: themes.map((theme, position) => ({ ...theme, position })),
	});
	await client.team.createMany({
		data: teams.map((team) => ({ ...team, email: "team@team.test" })),
	});
	await client.programme.createMany({
		data: programmes.map(({ theme, ...programme }) => ({
			...programme,
			themeId: at(themes, theme).id,
			lengthMinutes: 60,
			yearGroups: "Y8",
		})),
	});
	await client.district.createMany({
		data: districts.map((district, position) => ({
			...district,
			laCode: "881",
			laName: "Essex",
			position,
		})),
	});
	await client.venue.createMany({
		data: venues.map(({ district, ...venue }) => ({
			...venue,
			searchText: venue.name.toLowerCase(),
			districtCode: district === null ? null : at(districts, district).code,
		})),
	});
	await client.person.createMany({
		data: people.map(({ id, name, agency }) => ({
			id,
			name,
			email: `${id}@team.test`,
			agencyId: at(agencies, agency).id,
		})),
	});
}

/** Puts these sessions, and no others, into the database. */
export async function replaceSessions(
	database: Database,
	sessions: readonly RandomSession[],
): Promise<Fact[]> {
	const { client } = database;
	await client.assignment.deleteMany();
	await client.closeOut.deleteMany();
	await client.session.deleteMany();
	const facts = sessions.map((session, number) => ({
		...session,
		id: randomUUID(),
		reference: `${at(register.teams, session.team).prefix}-2026-${String(number + 1).padStart(4, "0")}`,
		// why seconds apart and seconds long: nobody may be in two places.
		startsAt: new Date(Date.parse(`${session.localDate}T09:00Z`) + number * 1000),
		endsAt: new Date(Date.parse(`${session.localDate}T09:00Z`) + number * 1000 + 900),
	}));
	await client.session.createMany({ data: facts.map(sessionRow) });
	await client.sessionYearGroup.createMany({
		data: facts.flatMap(({ id, booked }) =>
			booked.map((yearGroup) => ({ sessionId: id, yearGroup })),
		),
	});
	await client.assignment.createMany({
		data: facts.flatMap(({ id, people, startsAt, endsAt, status }) =>
			people.map((person, order) => ({
				sessionId: id,
				personId: at(register.people, person).id,
				lead: order === 0,
				startsAt,
				endsAt,
				occupies: occupying(status),
			})),
		),
	});
	await insertCloseOuts(client, facts);
	await database.transaction((tx) => rebuildKeptReach(tx));
	return facts;
}

type Placed = Fact & { id: string; startsAt: Date };

function occupying(status: string): boolean {
	return ["provisional", "confirmed", "delivered"].includes(status);
}

function sessionRow(fact: Placed) {
	const { id, reference, localDate, startsAt, endsAt, status, cancelledBy, expected } = fact;
	return {
		id,
		reference,
		localDate,
		startsAt,
		endsAt,
		status,
		occupies: occupying(status),
		cancelledBy: status === "cancelled" ? cancelledBy : null,
		teamId: at(register.teams, fact.team).id,
		programmeId: at(register.programmes, fact.programme).id,
		venueId: at(register.venues, fact.venue).id,
		expectedYoungPeople: expected,
		changedAt: startsAt,
		uid: id,
		organizerToken: id,
	};
}

async function insertCloseOuts(client: Database["client"], facts: readonly Placed[]) {
	const recorded = facts.filter(({ status }) => ["delivered", "not_delivered"].includes(status));
	const rows = recorded.flatMap((fact) => {
		const delivered = fact.status === "delivered";
		const latest = {
			id: randomUUID(),
			sessionId: fact.id,
			revision: 2,
			current: true,
			outcome: fact.status,
			counted: delivered ? fact.counted : null,
			youngPeople: delivered ? fact.heads.reduce((sum, [, heads]) => sum + heads, 0) : 0,
			adults: delivered ? fact.adults : 0,
			recordedByName: "Test",
			recordedAt: fact.endsAt,
		};
		const wrong = {
			...latest,
			id: randomUUID(),
			revision: 1,
			current: false,
			outcome: "delivered",
			counted: fact.counted === "counted" ? "estimated" : "counted",
			youngPeople: 777,
			adults: 333,
		};
		return [
			{ row: latest, heads: delivered ? fact.heads : [] },
			...(fact.corrected ? [{ row: wrong, heads: [["Y9", 777]] as [string, number][] }] : []),
		];
	});
	await client.closeOut.createMany({ data: rows.map(({ row }) => row) });
	await client.headcount.createMany({
		data: rows.flatMap(({ row, heads }) =>
			heads.map(([yearGroup, youngPeople]) => ({ closeOutId: row.id, yearGroup, youngPeople })),
		),
	});
}
