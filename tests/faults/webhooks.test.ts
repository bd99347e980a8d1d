import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createWebhook } from "#app/commands/create-webhook.ts";
import { replaceWebhookSecret } from "#app/commands/replace-webhook-secret.ts";
import { stopWebhook } from "#app/commands/stop-webhook.ts";
import { claimMessages } from "#app/data/outbox.ts";
import type { SessionEventType } from "#app/domain/api/webhook-input.ts";
import { openWebhooks } from "#app/gateways/webhooks.ts";
import { sendDue } from "#app/workers/send-due.ts";
import { webhookOffice } from "#app/workers/webhook-office.ts";
import { aScene, delivered, duringSession, saved } from "#tests/commands/session-scene.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { isSignedWith, type Receiver, startReceiver } from "#tests/setup/webhook-receiver.ts";

const MINUTE = 60_000;
/** A program has nobody to give reasons for warnings. */
const unasked = { needReasons: false };
const webhooks = openWebhooks("a key that only these tests know");
let receiver: Receiver;

beforeAll(async () => {
	receiver = await startReceiver();
});
afterEach(() => {
	receiver.received.length = 0;
	receiver.answer(204);
});
afterAll(() => receiver.stop());

const at = (minutes: number) => new Date(testNow.getTime() + minutes * MINUTE);

function send({ database }: World, minutes = 0) {
	return sendDue(webhookOffice({ database, webhooks, clock: () => at(minutes) }));
}

async function aWebhook(world: World, events: SessionEventType[], url = receiver.url) {
	const { id } = await createWebhook(world.context(), { name: "Partner", url, events });
	return { id, secret: webhooks.secretOf({ id, generation: 1 }) };
}

const told = () => receiver.received.map(({ body }) => JSON.parse(body));

describeOnBothEngines("webhooks", (world) => {
	afterEach(async () => {
		await world.database.client.webhook.updateMany({ data: { stoppedAt: testNow } });
		await world.database.client.outboxMessage.updateMany({ data: { status: "replaced" } });
	});

	it("tell a session's whole life, signed, in the words of the API and without anybody's name", async () => {
		const { secret } = await aWebhook(world, [
			"session.booked",
			"session.confirmed",
			"session.moved",
			"session.cancelled",
			"session.closed_out",
		]);
		const scene = await aScene(world);
		const { reference } = await scene.booked({ provisional: true, notes: "Ask for Mx Secret" });
		await scene.confirm({ reference, version: 1 });
		await scene.move({ reference, version: 2 }, { startsAt: "2027-01-14T09:15" });
		await scene.at(duringSession).closeOut({ reference, version: 3 }, delivered);
		const other = saved(await scene.book({ startsAt: "2027-01-18T09:00" }, unasked));
		await scene.cancel(
			{ reference: other.reference, version: 1 },
			{ cancelledBy: "us", reason: "Snow" },
		);
		await send(world, (duringSession.getTime() - testNow.getTime()) / MINUTE);

		const types = told().map(({ type, data }) => [type, data.reference, data.version, data.status]);
		expect(types.sort()).toEqual(
			[
				["session.booked", reference, 1, "provisional"],
				["session.confirmed", reference, 2, "confirmed"],
				["session.moved", reference, 3, "confirmed"],
				["session.closed_out", reference, 4, "delivered"],
				["session.booked", other.reference, 1, "confirmed"],
				["session.cancelled", other.reference, 2, "cancelled"],
			].sort(),
		);
		expect(told().find(({ type }) => type === "session.moved").data).toMatchObject({
			startsAt: "2027-01-14T09:15",
			startsAtUtc: "2027-01-14T09:15:00.000Z",
			yearGroups: ["Y8"],
			closeOut: null,
		});
		expect(told().find(({ type }) => type === "session.closed_out").data.closeOut).toEqual({
			youngPeople: 28,
			adults: 2,
			counted: "counted",
		});
		const people = [...scene.team.facilitators, ...scene.team.contacts];
		for (const message of receiver.received) {
			expect(isSignedWith(secret, message)).toBe(true);
			expect(isSignedWith(secret, { ...message, body: `${message.body} ` })).toBe(false);
			for (const { name, email } of people) {
				expect(message.body).not.toContain(name);
				expect(message.body).not.toContain(email);
			}
			expect(message.body).not.toContain("Secret");
		}
	});

	it("tell only what was asked for, and nothing of what did not commit", async () => {
		await aWebhook(world, ["session.moved"]);
		const scene = await aScene(world);
		const { reference } = await scene.booked({});
		const late = await scene.move({ reference, version: 7 }, { startsAt: "2027-01-14T11:00" });
		expect(late.ok).toBe(false);
		const clash = await scene.book({}, unasked);
		expect(clash.ok).toBe(false);
		await send(world);
		expect(told()).toEqual([]);
	});

	it("are tried again for as long as the other system does not take it, under the same id", async () => {
		const { secret } = await aWebhook(world, ["session.booked"]);
		await (await aScene(world)).booked({});
		receiver.answer(500);
		await send(world);
		await send(world);
		expect(told()).toHaveLength(1);
		receiver.answer(302, `${receiver.url}/elsewhere`);
		await send(world, 1);
		receiver.answer(404);
		await send(world, 6);
		receiver.answer(200);
		await send(world, 36);
		await send(world, 400);
		expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
		expect(receiver.received).toHaveLength(4);
		const [first, , , last] = receiver.received;
		expect(first && isSignedWith(secret, first)).toBe(true);
		expect(last?.headers["webhook-timestamp"]).toBe(String(at(36).getTime() / 1000));
		const row = await world.database.client.outboxMessage.findFirstOrThrow({
			where: { webhookId: { not: null }, status: "sent" },
		});
		expect([row.attempts, row.answer]).toEqual([4, "200 OK"]);
	});

	it("end when the other system says that it is gone, and wait where nobody listens", async () => {
		const gone = await aWebhook(world, ["session.booked"]);
		const nobody = await aWebhook(world, ["session.booked"], "http://127.0.0.1:9/hook");
		await (await aScene(world)).booked({});
		receiver.answer(410);
		await send(world);
		const states = async (webhookId: string) => {
			const row = await world.database.client.outboxMessage.findFirstOrThrow({
				where: { webhookId },
			});
			return [row.status, row.answer];
		};
		expect(await states(gone.id)).toEqual(["failed", "410 Gone"]);
		expect(await states(nobody.id)).toEqual(["waiting", "The other system could not be reached."]);
	});

	it("are sent by another worker when the first died after claiming", async () => {
		await aWebhook(world, ["session.booked"]);
		await (await aScene(world)).booked({});
		const claim = { by: "a worker that dies", now: at(0), until: at(2), limit: 10 };
		expect(await claimMessages(world.database, { ...claim, channel: "webhook" })).toHaveLength(1);
		await send(world, 1);
		expect(told()).toEqual([]);
		await send(world, 3);
		expect(told()).toHaveLength(1);
	});

	it("leave the mail alone, and mail them", async () => {
		await aWebhook(world, ["session.booked"]);
		await (await aScene(world)).booked({});
		const mail = { by: "the mail's worker", now: at(0), until: at(2), limit: 100 };
		const claimed = await claimMessages(world.database, mail);
		expect(claimed.length).toBeGreaterThan(0);
		expect(claimed.every(({ webhookId }) => webhookId === null)).toBe(true);
		await send(world);
		expect(told()).toHaveLength(1);
	});

	it("use a replaced secret at once, and tell a stopped one nothing", async () => {
		const { id, secret } = await aWebhook(world, ["session.booked"]);
		const scene = await aScene(world);
		await scene.booked({});
		await replaceWebhookSecret(world.context(), id);
		await send(world);
		const [message] = receiver.received;
		expect(message && isSignedWith(secret, message)).toBe(false);
		const renewed = webhooks.secretOf({ id, generation: 2 });
		expect(message && isSignedWith(renewed, message)).toBe(true);
		saved(await scene.book({ startsAt: "2027-01-19T09:00" }, unasked));
		await stopWebhook(world.context(), id);
		saved(await scene.book({ startsAt: "2027-01-20T09:00" }, unasked));
		await send(world);
		expect(told()).toHaveLength(1);
		expect(await stopWebhook(world.context(), id)).toEqual({ ok: false, reason: "not_found" });
	});
});
