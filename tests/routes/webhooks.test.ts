import { afterAll, beforeAll, expect, it } from "vitest";
import { aScene } from "#tests/commands/session-scene.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const form = {
	name: "Council data",
	url: "https://data.council.test/hooks?team=1",
	events: ["session.booked", "session.moved"],
};

describeOnBothEngines("the pages of webhooks", (world) => {
	let site: Site;
	let administrator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		administrator = await site.signedIn("administrator");
	});
	afterAll(() => site.close());

	const secretOn = (page: Document) =>
		page.querySelector("#secret")?.getAttribute("value") ?? "none";

	it("show the secret once, what was told, and stop", async () => {
		const made = await administrator.post("/settings/webhooks", form);
		const secret = secretOn(made.page());
		expect([made.status, secret]).toEqual([200, expect.stringMatching(/^whsec_.{44}$/)]);
		expect((await administrator.get("/settings/webhooks")).text).not.toContain(secret);

		await (await aScene(world)).booked({});
		const { id } = await world.database.client.webhook.findFirstOrThrow();
		const path = `/settings/webhooks/${id}`;
		expect(wordsOf(await administrator.get(path))).toContain("Waiting1");
		const message = await world.database.client.outboxMessage.findFirstOrThrow({
			where: { webhookId: id },
		});
		const shown = await administrator.get(`/outbox/${message.id}`);
		expect(wordsOf(shown)).toContain('"type": "session.booked"');
		expect((await administrator.get(`/outbox/${message.id}/message.eml`)).status).toBe(404);

		const replaced = await administrator.post(path, { intent: "replace" });
		expect(secretOn(replaced.page())).not.toBe(secret);
		expect((await administrator.post(path, { intent: "burn" })).status).toBe(400);
		expect((await administrator.post(path, { intent: "stop" })).status).toBe(303);
		expect((await administrator.post(path, { intent: "stop" })).status).toBe(404);
		expect(wordsOf(await administrator.get("/settings/webhooks"))).toContain("Stopped");
	});

	it.each([
		["nothing", {}, ["name", "url", "events"]],
		["another protocol", { ...form, url: "ftp://council.test/" }, ["url"]],
		["a script", { ...form, url: "javascript:alert(1)" }, ["url"]],
		["no protection on the way", { ...form, url: "http://council.test/" }, ["url"]],
		["a password in the address", { ...form, url: "https://me:secret@council.test/" }, ["url"]],
		["no address at all", { ...form, url: "council" }, ["url"]],
		["too long an address", { ...form, url: `https://c.test/${"x".repeat(10_000)}` }, ["url"]],
		["an unknown event", { ...form, events: "session.sung" }, ["events"]],
		["two addresses", { ...form, url: ["https://a.test/", "https://b.test/"] }, ["url"]],
		["a name of nothing visible", { ...form, name: "\u0000 " }, ["name"]],
	])("refuse %s", async (_, given, fields) => {
		const before = await world.database.client.webhook.count();
		const answer = await administrator.post("/settings/webhooks", given as never);
		expect([answer.status, answer.errors().map(({ field }) => field)]).toEqual([422, fields]);
		expect(await world.database.client.webhook.count()).toBe(before);
	});
});
