import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { clashOf } from "#app/data/refusals.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

/** A day of eight quarter hours, three people, two rooms: small enough that things collide. */
const SLOTS = 8;
const SLOT = 15 * 60_000;
const DAY_STARTS = Date.parse("2027-01-14T09:00:00Z");
const rooms = [null, "hall", "gym"] as const;

interface Modelled {
	start: number;
	length: number;
	room: (typeof rooms)[number];
	people: number[];
	status: SessionStatus;
}

type Step =
	| ({ do: "insert" } & Modelled)
	| { do: "move"; which: number; start: number; length: number }
	| { do: "change_room"; which: number; room: Modelled["room"] }
	| { do: "change_status"; which: number; status: SessionStatus }
	| { do: "assign"; which: number; person: number }
	| { do: "take_off"; which: number; person: number }
	| { do: "put_in_place"; which: number; person: number; replacement: number };

const start = fc.nat(SLOTS - 1);
const length = fc.integer({ min: 1, max: 3 });
const room = fc.constantFrom(...rooms);
const person = fc.nat(2);
const which = fc.nat(9);
const holding = ["provisional", "confirmed", "delivered"] as const;
// why doubled: most sessions should hold something, or little would collide.
const status = fc.constantFrom<SessionStatus>(
	...holding,
	...holding,
	...(["cancelled", "not_delivered"] as const),
);
const people = fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant("insert"), start, length, room, people, status }),
	},
	fc.record({ do: fc.constant("move"), which, start, length }),
	fc.record({ do: fc.constant("change_room"), which, room }),
	fc.record({ do: fc.constant("change_status"), which, status }),
	fc.record({ do: fc.constant("assign"), which, person }),
	fc.record({ do: fc.constant("take_off"), which, person }),
	fc.record({ do: fc.constant("put_in_place"), which, person, replacement: person }),
);

const steps = fc.array(step, { minLength: 15, maxLength: 30, size: "max" });

/** The sessions after a step, whether they may stand or not; null for a step that changes nothing. */
function after(sessions: readonly Modelled[], taken: Step): Modelled[] | null {
	if (taken.do === "insert") {
		const { do: _, ...session } = taken;
		return [...sessions, session];
	}
	const at = sessions.length === 0 ? 0 : taken.which % sessions.length;
	const session = sessions[at];
	const changed = session && changedBy(session, taken);
	return changed ? sessions.with(at, changed) : null;
}

function changedBy(session: Modelled, taken: Exclude<Step, { do: "insert" }>): Modelled | null {
	const { people: present } = session;
	switch (taken.do) {
		case "move":
			return { ...session, start: taken.start, length: taken.length };
		case "change_room":
			return { ...session, room: taken.room };
		case "change_status":
			return { ...session, status: taken.status };
		case "assign":
			if (present.includes(taken.person)) return null;
			return { ...session, people: [...present, taken.person] };
		case "take_off":
			return { ...session, people: present.filter((one) => one !== taken.person) };
		case "put_in_place":
			if (!present.includes(taken.person) || present.includes(taken.replacement)) return null;
			return {
				...session,
				people: present.map((one) => (one === taken.person ? taken.replacement : one)),
			};
	}
}

/** Brute force, and knowing nothing of intervals: no person and no room twice in any quarter hour. */
function mayStand(sessions: readonly Modelled[]): boolean {
	const held = new Set<string>();
	for (const { start: from, length: long, room: where, people: who, status: how } of sessions) {
		if (how === "cancelled" || how === "not_delivered") continue;
		for (let slot = from; slot < from + long; slot += 1) {
			const holds = [...who.map((one) => `person ${one}`), ...(where ? [`room ${where}`] : [])];
			for (const thing of holds.map((one) => `${one} at ${slot}`)) {
				if (held.has(thing)) return false;
				held.add(thing);
			}
		}
	}
	return true;
}

function timesOf({ start: from, length: long }: Pick<Modelled, "start" | "length">) {
	const startsAt = new Date(DAY_STARTS + from * SLOT);
	return { startsAt, endsAt: new Date(startsAt.getTime() + long * SLOT) };
}

function statusColumns(now: SessionStatus) {
	return { status: now, occupies: now !== "cancelled" && now !== "not_delivered" };
}

/** Does to the database what a step says, by plain writes. */
async function perform(
	{ database }: World,
	booking: TeamThatCanBook,
	references: readonly string[],
	taken: Step,
): Promise<string | null> {
	const ids = booking.facilitators.map(({ id }) => id);
	const idOf = (nth: number) => ids[nth] ?? "";
	const { client } = database;
	if (taken.do === "insert") {
		const { reference } = await aSession(database, booking, {
			...timesOf(taken),
			room: taken.room,
			status: taken.status,
			facilitatorIds: taken.people.map(idOf),
		});
		return reference;
	}
	const reference = references[taken.which % references.length] ?? "";
	const where = { reference };
	const change = (data: object) => client.session.update({ where, data });
	if (taken.do === "move") await change(timesOf(taken));
	if (taken.do === "change_room") await change({ room: taken.room, roomKey: taken.room });
	if (taken.do === "change_status") await change(statusColumns(taken.status));
	if (taken.do === "take_off") {
		const personId = idOf(taken.person);
		await client.assignment.deleteMany({ where: { personId, session: where } });
	}
	if (taken.do === "put_in_place") {
		await client.assignment.updateMany({
			where: { personId: idOf(taken.person), session: where },
			data: { personId: idOf(taken.replacement) },
		});
	}
	if (taken.do === "assign") {
		const session = await client.session.findUniqueOrThrow({ where });
		const { id: sessionId, startsAt, endsAt, occupies } = session;
		const data = { sessionId, startsAt, endsAt, occupies, personId: idOf(taken.person) };
		await client.assignment.create({ data: { ...data, lead: false } });
	}
	return null;
}

/** All that stands in the database, in the words of the model. */
async function standing(
	{ database }: World,
	booking: TeamThatCanBook,
	references: readonly string[],
): Promise<unknown[]> {
	const rows = await database.client.session.findMany({
		where: { venueId: booking.venue.id },
		include: { assignments: true },
	});
	const ids: string[] = booking.facilitators.map(({ id }) => id);
	const slot = (instant: Date) => (instant.getTime() - DAY_STARTS) / SLOT;
	return rows
		.sort((a, b) => references.indexOf(a.reference) - references.indexOf(b.reference))
		.map(({ startsAt, endsAt, room: where, status: how, occupies, assignments }) => ({
			start: slot(startsAt),
			length: slot(endsAt) - slot(startsAt),
			room: where,
			people: assignments.map(({ personId }) => ids.indexOf(personId)).sort(),
			status: how,
			// The copies in the assignments follow their session through everything.
			copiesAreRight: assignments.every(
				(one) =>
					one.startsAt.getTime() === startsAt.getTime() &&
					one.endsAt.getTime() === endsAt.getTime() &&
					one.occupies === occupies,
			),
		}));
}

describeOnBothEngines("any sequence of writes", (world) => {
	let booking: TeamThatCanBook;
	beforeAll(async () => {
		booking = await aTeamThatCanBook(world.database);
	});

	const clear = async () => {
		await world.database.client.assignment.deleteMany();
		await world.database.client.session.deleteMany();
	};

	it("is accepted where a brute-force model accepts it, and changes nothing where not", async () => {
		const seen = { accepted: 0, refused: 0 };
		await fc.assert(
			fc.asyncProperty(steps, async (sequence) => {
				await clear();
				let model: Modelled[] = [];
				const references: string[] = [];
				for (const taken of sequence) {
					const next = after(model, taken);
					if (!next) continue;
					const outcome = await perform(world, booking, references, taken).then(
						(reference) => ({ accepted: true, reference }),
						(error: unknown) => {
							if (clashOf(error) === null) throw error;
							return { accepted: false, reference: null };
						},
					);
					expect(outcome.accepted).toBe(mayStand(next));
					if (outcome.reference) references.push(outcome.reference);
					if (outcome.accepted) model = next;
					seen[outcome.accepted ? "accepted" : "refused"] += 1;
				}
				expect(await standing(world, booking, references)).toEqual(
					model.map((session) => ({
						...session,
						people: session.people.toSorted(),
						copiesAreRight: true,
					})),
				);
			}),
			{ numRuns: 25 },
		);
		// Sequences that never collide would prove nothing.
		expect(seen.refused).toBeGreaterThan(30);
		expect(seen.accepted).toBeGreaterThan(30);
	});
});
