import { beforeEach, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import { editSession } from "#app/commands/edit-session.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { previewInvites } from "#app/commands/preview-invites.ts";
import { resendInvite } from "#app/commands/resend-invite.ts";
import { retryMessage } from "#app/commands/retry-message.ts";
import { sendHeldMessages } from "#app/commands/send-held-messages.ts";
import { findSession } from "#app/data/sessions.ts";
import { editInput, moveInput, peopleInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

const hold = { needReasons: false, hold: true };
const send = { needReasons: false, hold: false };
const later = new Date("2026-11-25T10:30:00Z");

describeOnBothEngines("sending again, letting go and trying at once", (world) => {
	let team: TeamThatCanBook;
	let target: { reference: string; version: number };
	let inviteId: string;

	beforeEach(async () => {
		team = await aTeamThatCanBook(world.database);
	});

	async function done(outcome: Promise<object>) {
		const result = await outcome;
		expect(result).toMatchObject({ ok: true });
		target = result as typeof target;
	}

	async function book(options = send, overrides: Record<string, unknown> = {}) {
		const input = sessionInput.parse(aBooking(team, { facilitators: [], ...overrides }));
		await done(bookSession(world.context(), input, options));
		const invite = await world.database.client.invite.findFirstOrThrow({
			where: { address: team.contacts[0].email },
		});
		inviteId = invite.id;
	}

	const move = (startsAt: string, options = send) =>
		done(moveSession(world.context(), target, moveInput.parse({ startsAt }), options));

	const messages = () =>
		world.database.client.outboxMessage.findMany({
			where: { toAddress: team.contacts[0].email },
			orderBy: { id: "asc" },
		});

	/** As if the mail server had taken, or refused, everything that waits. */
	const end = (status: "sent" | "failed") =>
		world.database.client.outboxMessage.updateMany({
			where: { status: "waiting" },
			data: { status, attempts: 1, attemptedAt: later },
		});

	const again = () => resendInvite(world.context({ now: later }), inviteId);

	it("sends the session as it is, under the same SEQUENCE and a later DTSTAMP", async () => {
		await book();
		await end("sent");
		expect(await again()).toMatchObject({ ok: true, reference: target.reference });
		const [first, second] = await messages();
		expect(first?.ics).toContain("\r\nSEQUENCE:0\r\n");
		expect(first?.ics).toContain("\r\nDTSTAMP:20261125T090000Z\r\n");
		expect(second).toMatchObject({ method: "REQUEST", sequence: 0, version: 0, why: "resent" });
		expect(second?.ics).toContain("\r\nSEQUENCE:0\r\n");
		expect(second?.ics).toContain("\r\nDTSTAMP:20261125T103000Z\r\n");
		expect(second?.text).toContain("We are sending you this once more");
		expect(second?.subject).toBe(first?.subject);
	});

	it("tells somebody who missed a move what it was when they last heard", async () => {
		await book();
		await end("sent");
		await move("2027-01-14T11:00");
		await end("failed");
		await again();
		const last = (await messages()).at(-1);
		expect(last).toMatchObject({ sequence: 1, version: 1, why: "resent" });
		expect(last?.text).toContain("Before, it was: Thursday 14 January 2027, 9:00am to 10:00am");
	});

	it("invites somebody whom nothing has reached", async () => {
		await book();
		await end("failed");
		await again();
		expect((await messages()).at(-1)?.text).toContain("You are invited to this session");
	});

	it("takes the place of what was held", async () => {
		await book(hold);
		await again();
		expect((await messages()).map(({ status, sequence }) => [status, sequence])).toEqual([
			["replaced", 0],
			["waiting", 0],
		]);
	});

	it("tells again that it is off, above the REQUEST that it takes back", async () => {
		await book();
		await end("sent");
		await done(cancelSession(world.context(), target, { cancelledBy: "school", reason: "Closed" }));
		await end("failed");
		await again();
		const rows = await messages();
		expect(rows.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
			"REQUEST 0",
			"CANCEL 1",
			"CANCEL 1",
		]);
		expect(rows[2]?.text).toContain("This session has been cancelled");
	});

	it("has nothing to tell somebody who never heard of it and was taken off", async () => {
		await book(hold);
		const people = peopleInput.parse({ facilitators: [], contacts: [] });
		await done(changePeople(world.context(), target, people, send));
		expect(await again()).toEqual({ ok: false, reason: "nothing_to_send" });
	});

	it("sends nothing about what is over, or to nobody", async () => {
		await book();
		const over = world.context({ now: new Date("2027-01-14T10:00:00Z") });
		expect(await resendInvite(over, inviteId)).toEqual({ ok: false, reason: "over" });
		expect(await resendInvite(over, "none")).toEqual({ ok: false, reason: "not_found" });
	});

	it("lets held messages go in the words of now, as the preview showed them", async () => {
		await book(hold, { facilitators: [team.facilitators[0].id] });
		const edited = editInput.parse({
			programme: team.programme.id,
			yearGroups: ["Y8"],
			expectedYoungPeople: 30,
			prepare: "Chairs in a circle",
		});
		await done(editSession(world.context(), target, edited, send));
		const context = world.context({ now: later });
		const session = await findSession(world.database.client, target.reference);
		const shown = session && (await previewInvites(world.database.client, context, session));
		expect(await sendHeldMessages(context, target)).toMatchObject({ ok: true, messages: 2 });
		const rows = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { reference: target.reference } } },
			orderBy: { id: "asc" },
		});
		expect(rows.map(({ status }) => status)).toEqual(["waiting", "waiting"]);
		expect(rows[0]?.ics?.replaceAll("\r\n ", "")).toContain("Chairs in a circle");
		expect(rows[0]?.ics).toContain("\r\nDTSTAMP:20261125T103000Z\r\n");
		const words = ({ subject, text, html, ics }: (typeof rows)[number]) => ({
			subject,
			text,
			html,
			ics,
		});
		expect(shown).toEqual(rows.map((row) => expect.objectContaining(words(row))));
		expect(await sendHeldMessages(context, target)).toEqual({ ok: false, reason: "nothing_held" });
	});

	it("lets one held message go and keeps the others", async () => {
		await book(hold, { facilitators: [team.facilitators[0].id] });
		const [mine] = await messages();
		const id = mine?.id ?? 0;
		expect(await sendHeldMessages(world.context(), { id })).toMatchObject({ messages: 1 });
		const rows = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { reference: target.reference } } },
		});
		expect(rows.map(({ status }) => status).sort()).toEqual(["held", "waiting"]);
	});

	it("tries a failed message at once, from the first wait on", async () => {
		await book();
		await end("failed");
		const [message] = await messages();
		const id = message?.id ?? 0;
		expect(await retryMessage(world.context({ now: later }), id)).toMatchObject({ ok: true });
		expect(await messages()).toMatchObject([{ status: "waiting", attempts: 0, dueAt: later }]);
	});

	it("does not try what is overtaken, sent, held or unknown", async () => {
		await book();
		await end("failed");
		const [first] = await messages();
		await move("2027-01-14T11:00");
		const context = world.context();
		const retry = (id: number | undefined) => retryMessage(context, id ?? 0);
		expect(await retry(first?.id)).toEqual({ ok: false, reason: "overtaken" });
		await end("sent");
		const second = (await messages()).at(-1);
		expect(await retry(second?.id)).toEqual({ ok: false, reason: "not_waiting" });
		await move("2027-01-14T13:00", hold);
		expect(await retry((await messages()).at(-1)?.id)).toEqual({
			ok: false,
			reason: "not_waiting",
		});
		expect(await retry(0)).toEqual({ ok: false, reason: "not_found" });
	});
});
