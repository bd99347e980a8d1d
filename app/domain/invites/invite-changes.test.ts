import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type InviteMessage,
	planInvites,
	type SessionRecipient,
	type SessionState,
} from "./invite-changes.ts";

const anita: SessionRecipient = {
	key: "anita",
	address: "anita@school.test",
	name: "Anita Patel",
	kind: "contact",
};
const sam: SessionRecipient = {
	key: "sam",
	address: "sam@team.test",
	name: "Sam Reed",
	kind: "facilitator",
};
const before: SessionState = {
	status: "CONFIRMED",
	startsAt: new Date("2027-01-14T09:00:00Z"),
	endsAt: new Date("2027-01-14T10:00:00Z"),
	venueName: "Marsh Lane Academy",
	venueAddress: "Marsh Lane, Chelmsford",
	room: "Hall",
	programmeName: "Knife crime",
	recipients: [anita, sam],
	sequence: 4,
};

/** `METHOD address SEQUENCE/version why`, one line a message. */
function told(messages: readonly InviteMessage[]): string[] {
	return messages.map(
		({ method, address, sequence, version, why }) =>
			`${method} ${address} ${sequence}/${version} ${why}`,
	);
}

function changing(change: Partial<SessionState>) {
	const plan = planInvites({ before, after: { ...before, ...change } });
	return { sequence: plan.sequence, told: told(plan.messages) };
}

describe("booking", () => {
	it("invites everyone at SEQUENCE 0, provisional too", () => {
		for (const status of ["CONFIRMED", "TENTATIVE"] as const) {
			const plan = planInvites({ before: null, after: { ...before, status } });
			expect(plan.sequence).toBe(0);
			expect(told(plan.messages)).toEqual([
				"REQUEST anita@school.test 0/0 invited",
				"REQUEST sam@team.test 0/0 invited",
			]);
		}
	});
});

describe("a change that calendars show", () => {
	it.each<[string, Partial<SessionState>]>([
		["the start", { startsAt: new Date("2027-01-14T09:05:00Z") }],
		["the end", { endsAt: new Date("2027-01-14T10:05:00Z") }],
		["the venue", { venueName: "Other School" }],
		["the address", { venueAddress: "New Street, Chelmsford" }],
		["the room", { room: "Library" }],
		["no room", { room: null }],
		["the programme", { programmeName: "Gangs" }],
		["provisional again", { status: "TENTATIVE" }],
	])("%s raises SEQUENCE by one and tells everyone", (_, change) => {
		expect(changing(change)).toEqual({
			sequence: 5,
			told: ["REQUEST anita@school.test 5/5 updated", "REQUEST sam@team.test 5/5 updated"],
		});
	});

	it("is one step, however much changes at once", () => {
		expect(
			changing({ room: "Library", programmeName: "Gangs", status: "TENTATIVE" }).sequence,
		).toBe(5);
	});

	it.each<[string, Partial<SessionState>]>([
		["nothing", {}],
		["the same instant in another object", { startsAt: new Date(before.startsAt) }],
		["space that no calendar shows", { venueName: " Marsh  Lane Academy " }],
		["a person's name", { recipients: [{ ...anita, name: "Anita Shah" }, sam] }],
		["the case of an address", { recipients: [{ ...anita, address: "Anita@School.test" }, sam] }],
		["the order of people", { recipients: [sam, anita] }],
	])("is not: %s", (_, change) => {
		expect(changing(change)).toEqual({ sequence: 4, told: [] });
	});
});

describe("cancelling", () => {
	it("takes the entry from all who hold one, with a higher SEQUENCE", () => {
		expect(changing({ status: "CANCELLED" })).toEqual({
			sequence: 5,
			told: ["CANCEL anita@school.test 5/5 cancelled", "CANCEL sam@team.test 5/5 cancelled"],
		});
	});

	it("says nothing to whoever was never sent a REQUEST, or is added as it is cancelled", () => {
		const never = { ...before, recipients: [anita, { ...sam, lastSequence: null }] };
		const kim = { ...sam, key: "kim", address: "kim@team.test" };
		const plan = planInvites({
			before: never,
			after: { ...never, status: "CANCELLED", recipients: [...never.recipients, kim] },
		});
		expect(told(plan.messages)).toEqual(["CANCEL anita@school.test 5/5 cancelled"]);
	});

	it("cancels for somebody taken off the list in the same step, once", () => {
		expect(changing({ status: "CANCELLED", recipients: [sam] }).told).toEqual([
			"CANCEL anita@school.test 5/5 cancelled",
			"CANCEL sam@team.test 5/5 cancelled",
		]);
	});

	it("is not told twice", () => {
		const cancelled: SessionState = { ...before, status: "CANCELLED" };
		const plan = planInvites({
			before: cancelled,
			after: { ...cancelled, room: "Library", recipients: [sam] },
		});
		expect(plan).toEqual({ sequence: 5, messages: [] });
	});

	it("can be taken back: everyone is invited anew", () => {
		const cancelled: SessionState = { ...before, status: "CANCELLED" };
		const plan = planInvites({ before: cancelled, after: before });
		expect(told(plan.messages)).toEqual([
			"REQUEST anita@school.test 5/5 invited",
			"REQUEST sam@team.test 5/5 invited",
		]);
	});
});

describe("the people of a session", () => {
	const kim: SessionRecipient = { ...sam, key: "kim", address: "kim@team.test" };

	it("sends the current REQUEST to one who is added, and nothing to the others", () => {
		expect(changing({ recipients: [anita, sam, kim] })).toEqual({
			sequence: 4,
			told: ["REQUEST kim@team.test 4/4 invited"],
		});
	});

	it("sends a CANCEL above what the removed one holds, and leaves the others up to date", () => {
		expect(changing({ recipients: [sam] })).toEqual({
			sequence: 4,
			told: ["CANCEL anita@school.test 5/4 removed"],
		});
	});

	it("removes at the session's own SEQUENCE when the session changed as well", () => {
		expect(changing({ recipients: [sam], room: "Library" })).toEqual({
			sequence: 5,
			told: ["CANCEL anita@school.test 5/5 removed", "REQUEST sam@team.test 5/5 updated"],
		});
	});

	it("invites one who comes back above the CANCEL they were sent", () => {
		const plan = planInvites({
			before: { ...before, recipients: [sam] },
			after: { ...before, recipients: [sam, { ...anita, lastSequence: 5 }] },
		});
		expect(plan.sequence).toBe(4);
		expect(told(plan.messages)).toEqual(["REQUEST anita@school.test 6/4 invited"]);
	});

	it("follows a changed address: CANCEL to the old, REQUEST to the new", () => {
		const moved = { ...anita, address: "a.shah@school.test" };
		expect(changing({ recipients: [moved, sam] }).told).toEqual([
			"CANCEL anita@school.test 5/4 removed",
			"REQUEST a.shah@school.test 4/4 invited",
		]);
	});

	it("does not take an entry from an address that another recipient still has", () => {
		const office = { ...kim, key: "office", address: "ANITA@school.test" };
		expect(changing({ recipients: [office, sam] })).toEqual({ sequence: 4, told: [] });
	});

	it("sends one message to an address that is twice on the list", () => {
		const twice = { ...anita, key: "again" };
		expect(changing({ recipients: [anita, twice, sam], room: "Library" }).told).toHaveLength(2);
	});

	it("does not cancel for somebody who holds nothing", () => {
		const never = { ...before, recipients: [{ ...anita, lastSequence: null }, sam] };
		const plan = planInvites({ before: never, after: { ...never, recipients: [sam] } });
		expect(plan.messages).toEqual([]);
	});
});

describe("any life of a session", () => {
	type Held = { sequence: number; version: number; present: boolean };

	/** A calendar that obeys only what is newer, as RFC 5546 §2.1.4 has it. */
	function receive(calendars: Map<string, Held>, { method, address, ...message }: InviteMessage) {
		const held = calendars.get(address);
		if (held) expect(message.sequence).toBeGreaterThan(held.sequence);
		if (method === "CANCEL") expect(held?.present).toBe(true);
		const { sequence, version } = message;
		calendars.set(address, { sequence, version, present: method === "REQUEST" });
	}

	const people = fc.subarray(["a@x.test", "b@x.test", "c@x.test"]);
	const step = fc.record({
		addresses: people,
		room: fc.constantFrom("Hall", "Library", null),
		status: fc.constantFrom("TENTATIVE", "CONFIRMED", "CANCELLED") as fc.Arbitrary<
			SessionState["status"]
		>,
	});

	it("leaves every calendar with the present state, and only those on the list with an entry", () => {
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
				const calendars = new Map<string, Held>();
				let state: SessionState | null = null;
				for (const { addresses, room, status } of steps) {
					const known = (address: string) => ({
						...anita,
						key: address,
						address,
						lastSequence: calendars.get(address)?.sequence ?? null,
					});
					const next = { ...before, room, status, recipients: addresses.map(known) };
					const previous: SessionState | null = state && {
						...(state as SessionState),
						recipients: (state as SessionState).recipients.map(({ address }) => known(address)),
					};
					const plan = planInvites({ before: previous, after: next });
					for (const message of plan.messages) receive(calendars, message);

					const shown: boolean =
						previous !== null && (previous.room !== room || previous.status !== status);
					expect(plan.sequence).toBe((previous?.sequence ?? 0) + (shown ? 1 : 0));
					const entries = [...calendars].filter(([, held]) => held.present);
					expect(entries.map(([address]) => address).sort()).toEqual(
						status === "CANCELLED" ? [] : [...addresses].sort(),
					);
					expect(entries.every(([, held]) => held.version === plan.sequence)).toBe(true);
					state = { ...next, sequence: plan.sequence };
				}
			}),
			{ numRuns: 500 },
		);
	});
});
