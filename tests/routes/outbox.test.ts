import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { openMail } from "#app/gateways/mail.ts";
import { sendDueMessages } from "#app/workers/send-due-messages.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aMessage } from "#tests/factories/messages.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { startMailServer } from "#tests/setup/mail-server.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the outbox's pages", (world: World) => {
	let site: Site;
	let coordinator: Visitor;
	let administrator: Visitor;

	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		administrator = await site.signedIn("administrator");
	});
	afterAll(() => site.close());

	async function aBooked(hold = false) {
		const team = await aTeamThatCanBook(world.database);
		const input = sessionInput.parse(aBooking(team));
		const outcome = await bookSession(world.context(), input, { needReasons: false, hold });
		if (!outcome.ok) throw new Error(outcome.reason);
		const messages = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { reference: outcome.reference } } },
			include: { invite: true },
			orderBy: { id: "asc" },
		});
		const message = messages.find(({ toAddress }) => toAddress === team.contacts[0].email);
		if (!message?.invite) throw new Error("No message to the contact");
		return { team, reference: outcome.reference, message, invite: message.invite };
	}

	const statusOf = async (id: number) => {
		const row = await world.database.client.outboxMessage.findUniqueOrThrow({ where: { id } });
		return row.status;
	};

	it("list messages by state and find them by name, address, subject and reference", async () => {
		const { team, reference, message } = await aBooked();
		const [contact] = team.contacts;
		const words = [contact.name.toUpperCase(), contact.email, message.subject, reference];
		for (const q of words) {
			const found = await coordinator.get(`/outbox?${new URLSearchParams({ q })}`);
			expect(found.text).toContain(`href="/outbox/${message.id}"`);
		}
		const waiting = await coordinator.get("/outbox?show=waiting");
		expect(waiting.text).toContain(`href="/outbox/${message.id}"`);
		const sent = await coordinator.get("/outbox?show=sent");
		expect(sent.text).not.toContain(`href="/outbox/${message.id}"`);
		expect((await coordinator.get("/outbox?q=nobody+at+all")).text).toContain("No message matches");
		expect(waiting.text).toContain("No mail server is set up");
	});

	it.each(["show=constructor", "page=0", "page=99999999999", `q=${"a".repeat(9_000)}`, "q=%25'"])(
		"take any address: %s",
		async (query) => {
			expect((await coordinator.get(`/outbox?${query}`)).status).toBe(200);
		},
	);

	it.each(["0", "x", "999999999", "99999999999999999999", "1e3", "-1", "%F0%9F%98%80"])(
		"know no message %s",
		async (id) => {
			expect((await coordinator.get(`/outbox/${id}`)).status).toBe(404);
			expect((await coordinator.get(`/outbox/${id}/message.eml`)).status).toBe(404);
			expect((await coordinator.post(`/outbox/${id}`, { intent: "send" })).status).toBe(404);
		},
	);

	it("keep mail about accounts, whose links let people in, for administrators", async () => {
		const { id } = await aMessage(world.database, {
			subject: "Choose your password",
			text: "https://termtime.test/reset-password/secret",
		});
		for (const path of [`/outbox/${id}`, `/outbox/${id}/message.eml`]) {
			expect((await coordinator.get(path)).status).toBe(404);
			expect((await administrator.get(path)).status).toBe(200);
		}
		expect((await coordinator.get("/outbox")).text).not.toContain("Choose your password");
		expect((await administrator.get("/outbox")).text).toContain("Choose your password");
		expect((await coordinator.post(`/outbox/${id}`, { intent: "retry" })).status).toBe(404);
	});

	it("show a message as its reader sees it, and nothing that a name could smuggle in", async () => {
		const { message } = await aBooked();
		const nasty = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
		const escaped = nasty.replaceAll("<", "&lt;").replaceAll('"', "&quot;");
		await world.database.client.outboxMessage.update({
			where: { id: message.id },
			data: {
				subject: nasty,
				toName: nasty,
				html: `<!doctype html><html><body><h1>${escaped}</h1><img src=x onerror="alert(3)"><p onclick="alert(4)">Dear <a href="javascript:alert(5)">you</a></p><script>alert(6)</script></body></html>`,
			},
		});
		const page = (await coordinator.get(`/outbox/${message.id}`)).page();
		const letter = page.querySelector(".tt-letter");
		expect(letter?.querySelectorAll("img, script, a, [onclick], [onerror]")).toHaveLength(0);
		expect(letter?.querySelector("h3")?.textContent).toBe(nasty);
		expect(letter?.textContent).toContain("Dear you");
	});

	it("give the mail to keep, byte for byte as the mail server gets it", async () => {
		const { message, reference } = await aBooked();
		const server = await startMailServer();
		const mail = openMail(server.url);
		const file = await coordinator.get(`/outbox/${message.id}/message.eml`);
		const clock = () => testNow;
		const office = { database: world.database, mail, mailFrom: "bookings@termtime.test", clock };
		await sendDueMessages(office);
		mail.close();
		const received = await server.waitFor(({ parsed }) => parsed.messageId === message.messageId);
		await server.stop();
		expect(file.text.replaceAll("\r\n", "\n").trim()).toBe(
			received.raw.toString().replaceAll("\r\n", "\n").trim(),
		);
		expect(file.headers.get("content-disposition")).toBe(
			`attachment; filename="${reference}-invite-${message.id}.eml"`,
		);
		const calendar = await coordinator.get(`/outbox/${message.id}/invite.ics`);
		expect(calendar.text).toBe(message.ics);
		expect(calendar.headers.get("content-type")).toBe(
			"text/calendar; charset=utf-8; method=REQUEST",
		);
	});

	it("send what is held, try what failed, and send the session again", async () => {
		const { message, invite } = await aBooked(true);
		const path = `/outbox/${message.id}`;
		expect((await coordinator.post(path, { intent: "send" })).location).toBe(path);
		expect(await statusOf(message.id)).toBe("waiting");
		await world.database.client.outboxMessage.update({
			where: { id: message.id },
			data: { status: "failed", answer: "550 5.1.1 User unknown" },
		});
		expect((await coordinator.get(path)).text).toContain("This address does not exist");
		await coordinator.post(path, { intent: "retry" });
		expect(await statusOf(message.id)).toBe("waiting");
		await coordinator.post(path, { intent: "resend" });
		const rows = await world.database.client.outboxMessage.findMany({
			where: { inviteId: invite.id },
		});
		expect(rows.map(({ why }) => why)).toEqual(["invited", "resent"]);
		for (const intent of ["", "other", "\u0000"]) {
			expect((await coordinator.post(path, { intent })).status).toBe(400);
		}
		for (const given of ["", "\u0000", "a".repeat(10_000)]) {
			expect((await coordinator.post("/outbox", { invite: given })).status).toBe(400);
		}
		expect((await coordinator.post("/outbox", { invite: "none" })).status).toBe(404);
	});

	it("list whose calendar is out of date, with what it shows, and send again from there", async () => {
		const { message, invite, reference } = await aBooked();
		await world.database.client.outboxMessage.updateMany({
			where: { invite: { session: { reference } } },
			data: { status: "sent", sentAt: testNow },
		});
		const tells = { startsAt: "2027-01-14T08:00:00Z", endsAt: "2027-01-14T09:00:00Z", room: "Gym" };
		await world.database.client.outboxMessage.update({
			where: { id: message.id },
			data: { version: 7, tells: JSON.stringify({ ...tells, status: "CONFIRMED" }) },
		});
		const list = await coordinator.get("/outbox?show=out-of-date");
		expect(list.text).toContain("Thursday 14 January 2027, 8:00am to 9:00am, Gym");
		expect(list.text).toContain(reference);
		await coordinator.post("/outbox", { invite: invite.id });
		const session = await coordinator.get(`/sessions/${reference}/invites`);
		expect(session.text).toContain("On its way");
	});

	it("show a session's invites to who may read them, and change them for the office alone", async () => {
		const { reference, invite, team } = await aBooked(true);
		const path = `/sessions/${reference}/invites`;
		const facilitator = await site.signedIn("facilitator");
		const page = await facilitator.get(path);
		expect(page.text).toContain(team.contacts[0].email);
		expect(page.text).not.toContain("Send again");
		expect((await facilitator.post(path, { intent: "send-held" })).status).toBe(403);
		expect((await (await site.signedIn("manager")).get(path)).status).toBe(403);
		expect((await coordinator.post(path, { intent: "send-held" })).location).toBe(path);
		expect((await coordinator.post(path, { intent: "resend", invite: invite.id })).status).toBe(
			303,
		);
		expect((await coordinator.post(path, { intent: "resend", invite: "none" })).status).toBe(404);
		expect((await coordinator.post(path, { intent: "resend" })).status).toBe(400);
		expect((await coordinator.post(path, {})).status).toBe(400);
	});

	it("show before anything leaves the message that each would get", async () => {
		const { reference, team, message } = await aBooked(true);
		const page = (await coordinator.get(`/sessions/${reference}/preview`)).page();
		const letters = [...page.querySelectorAll(".tt-letter")].map((one) => one.textContent);
		expect(letters).toHaveLength(2);
		expect(letters[0]).toContain(`${team.contacts[0].name} <${team.contacts[0].email}>`);
		expect(letters[0]).toContain(message.subject);
	});
});
