import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { claimMessages } from "#app/data/outbox.ts";
import { openLog } from "#app/gateways/log.ts";
import { type MailGateway, openMail } from "#app/gateways/mail.ts";
import { startOutboxWorker } from "#app/workers/outbox-worker.ts";
import { mailOffice, sendDueMessages } from "#app/workers/send-due-messages.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aMessage } from "#tests/factories/messages.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { type MailServer, startMailServer } from "#tests/setup/mail-server.ts";

const MINUTE = 60_000;
const log = openLog("silent");
const at = (minutes: number) => new Date(testNow.getTime() + minutes * MINUTE);

let server: MailServer;
let mail: MailGateway;
beforeAll(async () => {
	server = await startMailServer();
	mail = openMail(server.url);
});
afterEach(() => {
	server.setBehaviour("accept");
	server.messages.length = 0;
});
afterAll(async () => {
	mail.close();
	await server.stop();
});

function office({ database }: World, minutes = 0) {
	return { database, mail, mailFrom: "bookings@termtime.test", clock: () => at(minutes) };
}

/** One message after sending everything that is due so many minutes after the tests' moment. */
async function messageAfter(world: World, id: number, minutes: number) {
	await sendDueMessages(office(world, minutes));
	const row = await world.database.client.outboxMessage.findUniqueOrThrow({ where: { id } });
	const { status, attempts, answer, dueAt, sentAt } = row;
	const wait = (dueAt.getTime() - at(minutes).getTime()) / MINUTE;
	return { status, attempts, answer, wait: status === "waiting" ? wait : null, sentAt };
}

async function anInvite({ database }: World) {
	const team = await aTeamThatCanBook(database);
	const session = await aSession(database, team);
	const { id: contactId, name, email: address } = team.contacts[0];
	const sessionId = session.id;
	return database.client.invite.create({
		data: { sessionId, kind: "contact", contactId, name, address },
	});
}

const subjects = () => server.messages.map(({ parsed }) => parsed.subject);

describeOnBothEngines("sending what is due", (world) => {
	it("sends, and keeps what the server said", async () => {
		const { id, toAddress, subject } = await aMessage(world.database);
		expect(await messageAfter(world, id, 0)).toEqual({
			status: "sent",
			attempts: 1,
			answer: "250 OK: message queued",
			wait: null,
			sentAt: testNow,
		});
		const [received] = server.messages;
		expect(received?.envelope).toEqual({ from: "bookings@termtime.test", to: [toAddress] });
		expect(received?.parsed.subject).toBe(subject);
		expect(received?.parsed.from?.text).toBe(
			'"Joint Education Partnership" <bookings@termtime.test>',
		);
		expect(received?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
	});

	it("leaves alone what is held, not yet due, or has ended", async () => {
		const rows = [
			await aMessage(world.database, { status: "held" }),
			await aMessage(world.database, { status: "failed" }),
			await aMessage(world.database, { status: "replaced" }),
			await aMessage(world.database, { status: "sent" }),
			await aMessage(world.database, { dueAt: at(1) }),
		];
		expect(await sendDueMessages(office(world))).toEqual({ sent: 0, unreachable: null });
		expect(server.messages).toEqual([]);
		await world.database.client.outboxMessage.deleteMany({
			where: { id: { in: rows.map(({ id }) => id) } },
		});
	});

	it("gives up at once what is refused for good, with the server's words", async () => {
		server.setBehaviour("refuse-recipient");
		const { id } = await aMessage(world.database);
		expect(await messageAfter(world, id, 0)).toMatchObject({
			status: "failed",
			attempts: 1,
			answer: "550 No such mailbox",
		});
	});

	it("gives up at once an address that cannot be written to", async () => {
		const { id } = await aMessage(world.database, { toAddress: "no address" });
		expect(await messageAfter(world, id, 0)).toMatchObject({ status: "failed", attempts: 1 });
		expect(server.messages).toEqual([]);
	});

	it("tries again after a greylist's minute", async () => {
		server.setBehaviour("greylist");
		const { id } = await aMessage(world.database);
		expect(await messageAfter(world, id, 0)).toMatchObject({
			status: "waiting",
			attempts: 1,
			answer: "451 Greylisted, try again later",
			wait: 1,
		});
		expect(await messageAfter(world, id, 0.9)).toMatchObject({ status: "waiting", attempts: 1 });
		expect(await messageAfter(world, id, 1)).toMatchObject({ status: "sent", attempts: 2 });
	});

	it("waits longer each time, and gives up after more than four days", async () => {
		server.setBehaviour("refuse-for-now");
		const { id } = await aMessage(world.database);
		const waits: (number | null)[] = [];
		let minutes = 0;
		for (let attempt = 1; attempt <= 10; attempt += 1) {
			const { wait } = await messageAfter(world, id, minutes);
			waits.push(wait);
			minutes += wait ?? 0;
		}
		expect(waits).toEqual([1, 5, 30, 120, 360, 1440, 1440, 1440, 1440, null]);
		expect(await messageAfter(world, id, minutes)).toMatchObject({
			status: "failed",
			attempts: 10,
			answer: "451 Try again later",
		});
	});

	it.each(["drop", "lose-answer"] as const)("tries again after the server does %s", async (how) => {
		server.setBehaviour(how);
		const { id, messageId } = await aMessage(world.database);
		expect(await messageAfter(world, id, 0)).toMatchObject({
			status: "waiting",
			attempts: 1,
			wait: 1,
			answer: "The connection to the mail server was lost while the message was on its way.",
		});
		server.setBehaviour("accept");
		expect(await messageAfter(world, id, 1)).toMatchObject({ status: "sent", attempts: 2 });
		const copies = server.messages.filter(({ parsed }) => parsed.messageId === messageId);
		expect(copies.map(({ raw }) => raw.toString())).toEqual(
			Array(how === "drop" ? 1 : 2).fill(copies[0]?.raw.toString()),
		);
	});

	it("blames no message for a server that lets nobody in", async () => {
		server.setBehaviour("refuse-sign-in");
		const fresh = openMail(server.url);
		const { id } = await aMessage(world.database);
		const round = await sendDueMessages({ ...office(world), mail: fresh });
		fresh.close();
		const words = "The mail server refused our user name and password. It said: 535 Wrong password";
		expect(round).toEqual({ sent: 0, unreachable: words });
		const row = await world.database.client.outboxMessage.findUniqueOrThrow({ where: { id } });
		expect(row).toMatchObject({ status: "waiting", attempts: 0, answer: words, claimedBy: null });
		server.setBehaviour("accept");
		expect(await messageAfter(world, id, 0)).toMatchObject({ status: "sent", attempts: 1 });
	});

	it("sends an invite's messages one after the other, and never past one that is put off", async () => {
		const { id: inviteId, address: toAddress } = await anInvite(world);
		const first = await aMessage(world.database, { inviteId, toAddress, subject: "first" });
		const second = await aMessage(world.database, { inviteId, toAddress, subject: "second" });
		const other = await aMessage(world.database, { subject: "other" });
		server.setBehaviour({ refuse: ["nobody@x.test"] });
		await world.database.client.outboxMessage.update({
			where: { id: first.id },
			data: { dueAt: at(5) },
		});
		await sendDueMessages(office(world, 1));
		expect(subjects()).toEqual(["other"]);
		await sendDueMessages(office(world, 5));
		expect(subjects()).toEqual(["other", "first", "second"]);
		expect(other.id).toBeGreaterThan(second.id);
	});

	it("goes on with an invite whose earlier message failed for good", async () => {
		const { id: inviteId } = await anInvite(world);
		const first = await aMessage(world.database, { inviteId, toAddress: "gone@school.test" });
		const second = await aMessage(world.database, { inviteId, toAddress: "new@school.test" });
		server.setBehaviour({ refuse: ["gone@school.test"] });
		expect(await messageAfter(world, first.id, 0)).toMatchObject({ status: "failed" });
		expect(await messageAfter(world, second.id, 0)).toMatchObject({ status: "sent" });
	});

	it("takes over what a dead worker had claimed, once its claim has lapsed", async () => {
		const { id } = await aMessage(world.database);
		const claim = { by: "dead", now: at(0), until: at(2), limit: 10 };
		expect((await claimMessages(world.database, claim)).map((one) => one.id)).toEqual([id]);
		expect(await messageAfter(world, id, 2)).toMatchObject({ status: "sending" });
		expect(await messageAfter(world, id, 2.1)).toMatchObject({ status: "sent", attempts: 1 });
	});

	it("lets two workers share the work, each message once", async () => {
		for (let number = 0; number < 40; number += 1) await aMessage(world.database);
		const rounds = await Promise.all([
			sendDueMessages(office(world)),
			sendDueMessages(office(world)),
		]);
		expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
		expect(new Set(subjects()).size).toBe(40);
		expect(subjects()).toHaveLength(40);
	});
});

describeOnBothEngines("the worker beside the server", (world) => {
	it("sends as soon as a change stands, and never what was undone", async () => {
		const worker = startOutboxWorker(mailOffice(office(world)), log);
		try {
			await aMessage(world.database, { subject: "the first round is over" });
			await server.waitFor(({ parsed }) => parsed.subject === "the first round is over");
			const undone = world.database.transaction(async (tx) => {
				await tx.outboxMessage.create({
					data: {
						why: "account",
						messageId: "<undone@termtime.test>",
						toName: "",
						toAddress: "a@school.test",
						subject: "undone",
						text: "x",
						html: "x",
						dueAt: at(0),
						createdAt: at(0),
					},
				});
				throw new Error("undone");
			});
			await expect(undone).rejects.toThrow("undone");
			await aMessage(world.database, { subject: "stands" });
			await server.waitFor(({ parsed }) => parsed.subject === "stands");
			expect(subjects()).not.toContain("undone");
		} finally {
			await worker.stop();
		}
	});

	it("finishes what is under way when it is told to stop, and gives the rest back", async () => {
		server.setBehaviour({ delay: 100 });
		for (let number = 0; number < 30; number += 1) await aMessage(world.database);
		const narrow = openMail(server.url, 2);
		const worker = startOutboxWorker(mailOffice({ ...office(world), mail: narrow }), log);
		await server.waitFor(() => true);
		await worker.stop();
		narrow.close();
		const rows = await world.database.client.outboxMessage.findMany({
			where: { subject: { not: "stands" }, createdAt: at(0) },
			select: { status: true, claimedBy: true, attempts: true, messageId: true },
		});
		const arrived = new Set(server.messages.map(({ parsed }) => parsed.messageId));
		const sent = rows.filter(({ messageId }) => arrived.has(messageId));
		expect(sent.every(({ status }) => status === "sent")).toBe(true);
		const rest = rows.filter(({ status }) => status !== "sent");
		expect(rest.length).toBeGreaterThan(20);
		expect(new Set(rest.map((one) => `${one.status} ${one.claimedBy} ${one.attempts}`))).toEqual(
			new Set(["waiting null 0"]),
		);
	});
});

describe("a mail gateway without a server", () => {
	it("says so in words that name nothing of ours", async () => {
		const gone = await startMailServer();
		await gone.stop();
		const nowhere = openMail(gone.url);
		const mailbox = { name: "", address: "a@school.test" };
		const delivery = await nowhere.send({
			messageId: "<a@termtime.test>",
			date: testNow,
			from: mailbox,
			to: mailbox,
			subject: "x",
			text: "x",
			html: "x",
			calendar: null,
		});
		nowhere.close();
		expect(delivery).toEqual({
			outcome: "unreachable",
			answer: "The mail server could not be reached.",
		});
	});
});
