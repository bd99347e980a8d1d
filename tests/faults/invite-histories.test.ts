import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { writeMessage } from "#app/commands/owe-invites.ts";
import type { Transaction } from "#app/data/database.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { outboxRow } from "#app/data/invites.ts";
import { sessionColumns } from "#app/data/sessions.ts";
import { planInvites } from "#app/domain/invites/invite-changes.ts";
import { calendarStatus, venueAddress } from "#app/domain/invites/session-facts.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { localDateOf } from "#app/domain/time.ts";
import { openMail } from "#app/gateways/mail.ts";
import { type PostOffice, sendDueMessages } from "#app/workers/send-due-messages.ts";
import { type Random, randomNamed } from "#prisma/seed/random.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { calendarsAfter, expectTruth } from "#tests/setup/calendar-truth.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { startMailSink } from "#tests/setup/mail-sink.ts";
import { mortalOffice } from "#tests/setup/mortal-office.ts";

/**
 * Random histories of book, move, confirm, cancel, add and remove, each change in a transaction that
 * may come to nothing, while the worker is killed at random and the mail server puts off one
 * recipient in ten. In the end every calendar that obeyed its mail in the order of arrival shows
 * what the database says.
 *
 * The changes are planned and worded as the commands do it and written by the thousand: what is
 * tried here lies behind them, and tests/faults/command-histories.test.ts goes through them.
 */

const HISTORIES = { sqlite: 1000, postgresql: 250 };
/** A booking and up to three changes. */
const ROUNDS = 4;
const AT_ONCE = 50;
/** Every how many transactions one comes to nothing. */
const UNDONE = 7;
const MINUTE = 60_000;

interface History {
	id: string;
	uid: string;
	reference: string;
	addresses: string[];
	inviteIds: Map<string, string>;
	status: SessionStatus;
	startsAt: Date;
	sequence: number;
	coming: string[];
	lastSequence: Map<string, number>;
}

function begin(number: number): History {
	const addresses = [0, 1, 2].map((person) => `h${number}-${person}@school.test`);
	const day = Date.UTC(2027, 0, 4) + number * 86_400_000;
	return {
		id: randomUUID(),
		uid: `${randomUUID()}@termtime.test`,
		reference: `HIS-2027-${String(number + 1).padStart(4, "0")}`,
		addresses,
		inviteIds: new Map(addresses.map((address) => [address, randomUUID()])),
		status: "provisional",
		startsAt: new Date(day + 9 * 60 * MINUTE),
		sequence: 0,
		coming: [],
		lastSequence: new Map(),
	};
}

/** One random change; null where nothing is left to change. */
function changed(history: History, random: Random, first: boolean): History | null {
	if (history.status === "cancelled") return null;
	const some = history.addresses.filter(() => random.chance(0.6));
	if (first) return { ...history, coming: some };
	switch (random.pick(["move", "move", "people", "people", "confirm", "cancel"])) {
		case "move":
			return {
				...history,
				startsAt: new Date(history.startsAt.getTime() + random.whole(-2, 2) * 15 * MINUTE),
			};
		case "people":
			return { ...history, coming: some };
		case "confirm":
			return { ...history, status: "confirmed" };
		default:
			return { ...history, status: "cancelled" };
	}
}

const endOf = (startsAt: Date) => new Date(startsAt.getTime() + 60 * MINUTE);

function scene(world: World, team: TeamThatCanBook) {
	const stateOf = ({ status, startsAt, sequence, coming, lastSequence }: History) => ({
		status: calendarStatus[status],
		startsAt,
		endsAt: endOf(startsAt),
		venueName: team.venue.name,
		venueAddress: venueAddress(team.venue),
		room: null,
		programmeName: team.programme.name,
		sequence,
		recipients: coming.map((address) => ({
			key: address,
			kind: "contact" as const,
			name: "Anita Patel-Moss",
			address,
			lastSequence: lastSequence.get(address) ?? null,
		})),
	});

	const subjectOf = ({ uid, reference, status, startsAt, sequence }: History, now: Date) => ({
		uid,
		reference,
		status,
		startsAt,
		sequence,
		room: null,
		endsAt: endOf(startsAt),
		changedAt: now,
		prepare: "",
		organizerToken: uid.slice(0, 8),
		programme: team.programme,
		venue: team.venue,
		team: team.team,
	});

	const fieldsOf = ({ status, startsAt }: History) =>
		sessionColumns({
			programmeId: team.programme.id,
			teamId: team.team.id,
			venueId: team.venue.id,
			room: null,
			status,
			startsAt,
			endsAt: endOf(startsAt),
			localDate: localDateOf(startsAt, "Europe/London"),
			expectedYoungPeople: 30,
			notes: "",
			prepare: "",
			endReason: null,
			cancelledBy: null,
			overrides: [],
		});

	return {
		/** The rows of all histories before anything has happened to them. */
		async open(histories: readonly History[]) {
			await world.database.transaction(async (tx) => {
				const sessions = histories.map((history) => ({
					...fieldsOf(history),
					id: history.id,
					uid: history.uid,
					reference: history.reference,
					organizerToken: history.uid,
					changedAt: testNow,
					createdAt: testNow,
				}));
				await insertMany(tx, "Session", sessions);
				const invites = histories.flatMap(({ id, inviteIds }) =>
					[...inviteIds].map(([address, inviteId]) => ({
						id: inviteId,
						sessionId: id,
						kind: "contact",
						contactId: team.contacts[0].id,
						name: "Anita Patel-Moss",
						address,
						withdrawnAt: testNow,
					})),
				);
				await insertMany(tx, "Invite", invites);
			});
		},

		/** Writes a change and the messages that it owes; what it becomes if the transaction stands. */
		async step(tx: Transaction, before: History, wanted: History, first: boolean, now: Date) {
			const plan = planInvites({
				before: first ? null : stateOf(before),
				after: stateOf(wanted),
			});
			const after = { ...wanted, sequence: plan.sequence };
			const lastSequence = new Map(before.lastSequence);
			const rows = plan.messages.map((message) => {
				const inviteId = after.inviteIds.get(message.address) ?? "";
				lastSequence.set(message.address, message.sequence);
				const { address } = message;
				const named = { kind: "contact", id: "", name: "Anita Patel-Moss" } as const;
				const holder = { ...named, address, linkVersion: 0 };
				const context = { ...world.context(), now };
				const session = subjectOf(after, now);
				return outboxRow(
					writeMessage(context, { session, holder, inviteId, message, hold: false }),
				);
			});
			await tx.session.update({
				where: { id: after.id },
				data: { ...fieldsOf(after), sequence: after.sequence },
			});
			const sessionId = after.id;
			const coming = { address: { in: after.coming } };
			await tx.invite.updateMany({ where: { sessionId, ...coming }, data: { withdrawnAt: null } });
			await tx.invite.updateMany({
				where: { sessionId, NOT: coming },
				data: { withdrawnAt: now },
			});
			if (rows.length > 0) await insertMany(tx, "OutboxMessage", rows);
			return { ...after, lastSequence };
		},
	};
}

describeOnBothEngines("random histories with a worker that is killed", (world) => {
	it("leave every calendar with what the database says", { timeout: 300_000 }, async () => {
		const random = randomNamed(`histories on ${world.engine}`);
		const team = await aTeamThatCanBook(world.database);
		const sink = await startMailSink(() => random.chance(0.1));
		const mail = openMail(sink.url, 4);
		let now = testNow;
		const living: PostOffice = {
			database: world.database,
			mail,
			mailFrom: "bookings@termtime.test",
			clock: () => now,
		};
		let deaths = 0;
		/** A worker that may be killed on the way; another one follows it later. */
		const workUntilDeath = async () => {
			const { office, died } = mortalOffice(living, random.whole(1, 400));
			const dead = died.then(() => {
				deaths += 1;
			});
			await Promise.race([sendDueMessages(office), dead]);
		};

		let histories = Array.from({ length: HISTORIES[world.engine] }, (_, at) => begin(at));
		const { open, step } = scene(world, team);
		await open(histories);
		let undone = 0;
		let transactions = 0;
		for (let round = 0; round < ROUNDS; round += 1) {
			const next: History[] = [];
			for (let from = 0; from < histories.length; from += AT_ONCE) {
				const chunk = histories.slice(from, from + AT_ONCE);
				transactions += 1;
				const fails = round > 0 && transactions % UNDONE === 0;
				const change = world.database.transaction(async (tx) => {
					const after: History[] = [];
					for (const history of chunk) {
						const wanted = changed(history, random, round === 0);
						after.push(wanted ? await step(tx, history, wanted, round === 0, now) : history);
					}
					if (fails) throw new Error("undone");
					return after;
				}, 120_000);
				const [after] = await Promise.all([
					change.catch((error: Error) => {
						if (error.message !== "undone") throw error;
						undone += 1;
						return chunk;
					}),
					workUntilDeath(),
				]);
				next.push(...after);
				now = new Date(now.getTime() + random.whole(1, 7) * MINUTE);
			}
			histories = next;
		}
		expect(deaths).toBeGreaterThan(3);
		expect(undone).toBeGreaterThan(0);

		const { client } = world.database;
		const notSent = { where: { status: { not: "sent" } } };
		for (let turn = 0; turn < 120 && (await client.outboxMessage.count(notSent)) > 0; turn += 1) {
			now = new Date(now.getTime() + 30 * MINUTE);
			await sendDueMessages(living);
		}
		expect(await client.outboxMessage.count(notSent)).toBe(0);
		mail.close();
		await sink.stop();

		const calendars = await calendarsAfter(world, sink.messages);
		const checked = await expectTruth(world, calendars);
		expect(checked).toBe(3 * histories.length);
	});
});
