import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "#app/data/database.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";

describeOnBothEngines("health", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	it("is ok while the database answers", async () => {
		const answer = await site.visitor().get("/health");
		expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: "ok" }]);
	});

	it("tells a failure in plain words, and the log without anybody's data", async () => {
		const database = openDatabase(world.url);
		await database.close();
		const away = {
			...database,
			ping: () => Promise.reject(new Error("out of reach")),
			client: failing(),
		};
		const broken = await openSite(away);
		const health = await broken.visitor().get("/health", { mayFail: true });
		expect(health.status).toBe(503);
		const page = await broken.visitor().get("/privacy?name=Una", { mayFail: true });
		expect([page.status, page.heading()]).toEqual([500, "Sorry, something went wrong"]);
		expect(page.text).not.toContain("una@team.test");
		expect(broken.logged.length).toBeGreaterThan(0);
		const log = JSON.stringify(broken.logged);
		expect(log).toContain('"route":"/privacy"');
		expect(log).not.toMatch(/una/i);
		await broken.close();
	});
});

/** A client whose every query fails the way Prisma fails, its arguments quoted. */
function failing() {
	const message = '\nInvalid `client.user.findMany()`\n{ email: "una@team.test" }\n\nUnreachable';
	const query = () => Promise.reject(new Error(message));
	const model = new Proxy({}, { get: () => query });
	return new Proxy({} as never, { get: () => model });
}
