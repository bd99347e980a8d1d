import { afterEach, beforeEach, expect, it } from "vitest";
import { describeOnOneEngine } from "#tests/setup/databases.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";

// why a site for each test: limits are the site's.
describeOnOneEngine("limits of signing in", (world) => {
	let site: Site;
	beforeEach(async () => {
		site = await openSite(world.database);
	});
	afterEach(() => site.close());

	it("after five failures closes one address for a while, to the right password too", async () => {
		const { email } = await site.user("manager");
		const other = await site.user("manager");
		for (let failures = 0; failures < 5; failures += 1) {
			const answer = await site.visitor().post("/sign-in", { email, password: "wrong" });
			expect(answer.status).toBe(422);
		}
		const closed = await site.visitor().post("/sign-in", { email, password: testPassword });
		expect(closed.status).toBe(429);
		const seconds = Number(closed.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(14 * 60);
		expect(seconds).toBeLessThanOrEqual(15 * 60);
		expect(closed.heading()).toBe("Too many tries");
		expect(closed.text.replace(/<!-- -->/g, "")).toContain("Wait 15 minutes");
		await site.as(other);
	});

	it("counts tries that are sent at once", async () => {
		const { email } = await site.user("manager");
		const tries = Array.from({ length: 12 }, () =>
			site.visitor().post("/sign-in", { email, password: "wrong" }),
		);
		const statuses = (await Promise.all(tries)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 422)).toHaveLength(5);
		expect(statuses.filter((status) => status === 429)).toHaveLength(7);
	});

	it("forgets failures once somebody is in", async () => {
		const user = await site.user("manager");
		for (let round = 0; round < 3; round += 1) {
			for (let failures = 0; failures < 3; failures += 1) {
				await site.visitor().post("/sign-in", { email: user.email, password: "wrong" });
			}
			await site.as(user);
		}
	});

	it("closes a network address that tries one account after another", async () => {
		await site.app.limits.signInByNetwork.penalty("127.0.0.1", 50);
		const { email } = await site.user("manager");
		const answer = await site.visitor().post("/sign-in", { email, password: testPassword });
		expect(answer.status).toBe(429);
	});
});
