import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const DAY = 86_400_000;

describeOnBothEngines("API tokens", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	async function make(visitor: Visitor, name: string, days = "30") {
		const answer = await visitor.post("/settings/tokens", { name, days });
		const token = answer.page().querySelector<HTMLInputElement>("#token")?.getAttribute("value");
		return { answer, token: token ?? "" };
	}

	function ask(token: string) {
		const headers = { authorization: `Bearer ${token}` };
		return fetch(`${site.url}/api/v1/reach`, { headers });
	}

	it("are shown once, act as their maker, and end on their day or when they are ended", async () => {
		const manager = await site.signedIn("manager");
		const { answer, token } = await make(manager, "Power BI");
		expect(answer.status).toBe(200);
		expect(token).toMatch(/^termtime_[\w-]{43}$/);
		expect((await manager.get("/settings/tokens")).text).not.toContain(token);
		expect(rowsOf(await manager.get("/settings/tokens"))[0]?.join()).toContain("Never");

		expect((await ask(token)).status).toBe(200);
		const book = await fetch(`${site.url}/api/v1/sessions`, {
			method: "POST",
			headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
			body: "{}",
		});
		expect(book.status).toBe(403);
		expect(rowsOf(await manager.get("/settings/tokens"))[0]?.join()).not.toContain("Never");

		site.setClock(new Date(testNow.getTime() + 30 * DAY));
		expect((await ask(token)).status).toBe(401);
		site.setClock(testNow);
		const { id } = await world.database.client.apiToken.findFirstOrThrow({
			where: { name: "Power BI" },
		});
		const coordinator = await site.signedIn("coordinator");
		expect((await coordinator.post(`/settings/tokens/${id}/end`)).status).toBe(404);
		expect((await ask(token)).status).toBe(200);
		expect(wordsOf(await manager.get(`/settings/tokens/${id}/end`))).toContain(
			"cannot be brought back",
		);
		expect((await manager.post(`/settings/tokens/${id}/end`)).location).toBe("/settings/tokens");
		expect((await ask(token)).status).toBe(401);
		expect((await manager.get(`/settings/tokens/${id}/end`)).status).toBe(303);
	});

	it("are seen and ended by administrators, whosever they are", async () => {
		const maker = await site.user("coordinator", { name: "Petra Partner" });
		const { token } = await make(await site.as(maker), "Partner's diary");
		const administrator = await site.signedIn("administrator");
		expect(wordsOf(await administrator.get("/settings/tokens"))).toContain("Petra Partner");
		const { id } = await world.database.client.apiToken.findFirstOrThrow({
			where: { userId: maker.userId },
		});
		await administrator.post(`/settings/tokens/${id}/end`);
		expect((await ask(token)).status).toBe(401);
	});

	it("are not made of bad input", async () => {
		const visitor = await site.signedIn("coordinator");
		const before = await world.database.client.apiToken.count();
		for (const [form, fields] of [
			[{}, ["name", "days"]],
			[{ name: " ", days: "90" }, ["name"]],
			[{ name: "x".repeat(10_000), days: "90" }, ["name"]],
			[{ name: "\u0000", days: "-1" }, ["name", "days"]],
			[{ name: "Long", days: "36500" }, ["days"]],
			[{ name: ["a", "b"], days: ["30", "90"] }, ["name", "days"]],
		] as const) {
			const answer = await visitor.post("/settings/tokens", form as never);
			expect([answer.status, answer.errors().map(({ field }) => field)]).toEqual([422, fields]);
		}
		expect(await world.database.client.apiToken.count()).toBe(before);
	});
});
