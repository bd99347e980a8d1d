import { beforeAll, describe, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { moveInput, peopleInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

/** Saved now and sent later: what is held was not told, and never leaves once it is untrue. */

const hold = { needReasons: false, hold: true };
const send = { needReasons: false, hold: false };

async function aScene(world: World) {
	const team = await aTeamThatCanBook(world.database);
	const [contact] = team.contacts;
	const context = world.context();
	let target = { reference: "", version: 0 };
	const done = async (outcome: Promise<unknown>) => {
		const result = await outcome;
		expect(result).toMatchObject({ ok: true });
		target = result as typeof target;
	};
	const at = (startsAt: string) => moveInput.parse({ startsAt });
	return {
		book: (options: typeof hold) =>
			done(bookSession(context, sessionInput.parse(aBooking(team)), options)),
		move: (startsAt: string, options: typeof hold) =>
			done(moveSession(context, target, at(startsAt), options)),
		cancel: (options: typeof hold) =>
			done(cancelSession(context, target, { cancelledBy: "us", reason: "No staff" }, options)),
		people: (contacts: string[], options: typeof hold) => {
			const facilitators = [team.facilitators[0].id];
			const input = peopleInput.parse({ facilitators, contacts });
			return done(changePeople(context, target, input, options));
		},
		contact,
		/** What the contact's address was owed, oldest first. */
		async owed() {
			const rows = await world.database.client.outboxMessage.findMany({
				where: { toAddress: contact.email, invite: { session: { reference: target.reference } } },
				orderBy: { id: "asc" },
			});
			return rows.map(({ status, method, sequence, version, why, text }) => ({
				shown: `${status} ${method} ${sequence} v${version} ${why}`,
				before: /Before, it was: (.*)/.exec(text)?.[1] ?? null,
			}));
		},
		shown: async function () {
			return (await this.owed()).map(({ shown }) => shown);
		},
	};
}

describeOnBothEngines("invites that are held", (world) => {
	let scene: Awaited<ReturnType<typeof aScene>>;
	const fresh = () =>
		beforeAll(async () => {
			scene = await aScene(world);
		});

	describe("never sent, then cancelled", () => {
		fresh();
		it("owes nobody a cancellation of what nobody heard of", async () => {
			await scene.book(hold);
			await scene.cancel(send);
			expect(await scene.shown()).toEqual(["replaced REQUEST 0 v0 invited"]);
		});
	});

	describe("never sent, then moved", () => {
		fresh();
		it("invites to the new time, without a word of the old", async () => {
			await scene.book(hold);
			await scene.move("2027-01-14T11:00", send);
			expect(await scene.owed()).toEqual([
				{ shown: "replaced REQUEST 0 v0 invited", before: null },
				{ shown: "waiting REQUEST 1 v1 invited", before: null },
			]);
		});
	});

	describe("moved twice, the first time held", () => {
		fresh();
		it("tells what it was when last told", async () => {
			await scene.book(send);
			await scene.move("2027-01-14T11:00", hold);
			await scene.move("2027-01-14T13:00", send);
			expect(await scene.owed()).toEqual([
				{ shown: "waiting REQUEST 0 v0 invited", before: null },
				{
					shown: "replaced REQUEST 1 v1 updated",
					before: "Thursday 14 January 2027, 9:00am to 10:00am",
				},
				{
					shown: "waiting REQUEST 2 v2 updated",
					before: "Thursday 14 January 2027, 9:00am to 10:00am",
				},
			]);
		});
	});

	describe("taken off while the invite is held", () => {
		fresh();
		it("hears nothing, and is invited when put on again", async () => {
			await scene.book(hold);
			await scene.people([], send);
			expect(await scene.shown()).toEqual(["replaced REQUEST 0 v0 invited"]);
			await scene.people([scene.contact.id], send);
			expect(await scene.shown()).toEqual([
				"replaced REQUEST 0 v0 invited",
				"waiting REQUEST 1 v0 invited",
			]);
		});
	});

	describe("the removal itself held", () => {
		fresh();
		it("stays owed when the session changes for the others, and ends when they come back", async () => {
			await scene.book(send);
			await scene.people([], hold);
			await scene.move("2027-01-14T11:00", send);
			expect(await scene.shown()).toEqual([
				"waiting REQUEST 0 v0 invited",
				"held CANCEL 1 v0 removed",
			]);
			await scene.people([scene.contact.id], send);
			expect(await scene.owed()).toEqual([
				{ shown: "waiting REQUEST 0 v0 invited", before: null },
				{ shown: "replaced CANCEL 1 v0 removed", before: null },
				{
					shown: "waiting REQUEST 2 v1 updated",
					before: "Thursday 14 January 2027, 9:00am to 10:00am",
				},
			]);
		});
	});
});
