import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";

describeOnBothEngines("signing in", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	const wrong = "Check your email address and your password: one of them is not right";

	it("lets a user in by address and password, however the address is written", async () => {
		const { email, name } = await site.user("coordinator");
		const browser = site.visitor();
		const form = { email: ` ${email.toUpperCase()} `, password: testPassword };
		const answer = await browser.post("/sign-in", form);
		expect([answer.status, answer.location]).toEqual([303, "/"]);
		const home = await browser.get("/");
		expect(home.page().querySelector(".tt-header__user")?.textContent).toContain(name);
	});

	it("keeps its cookie from scripts, and from other sites' forms", async () => {
		const { email } = await site.user("manager");
		const { headers } = await site.visitor().post("/sign-in", { email, password: testPassword });
		const cookie = headers.getSetCookie().find((line) => line.includes("session_token")) ?? "";
		expect(cookie).toMatch(/; HttpOnly/i);
		expect(cookie).toMatch(/; SameSite=Lax/i);
		expect(cookie).not.toMatch(/; Secure/i);
	});

	it("keeps no trace of where a user signed in from, nor of sign-ins that ran out", async () => {
		const user = await site.user("manager");
		await site.as(user);
		const where = { userId: user.userId };
		const data = { expiresAt: new Date("2020-01-01T00:00:00Z") };
		await world.database.client.signIn.updateMany({ where, data });
		await site.as(user);
		const kept = await world.database.client.signIn.findMany({ where });
		expect(kept.map(({ ipAddress, userAgent }) => [ipAddress, userAgent])).toEqual([[null, null]]);
	});

	it("sends its cookie only over https where the site is there", async () => {
		const secure = await openSite(world.database, {
			variables: { APP_URL: "https://termtime.test" },
		});
		const { email } = await site.user("manager");
		const form = { email, password: testPassword };
		const { headers } = await secure.visitor().post("/sign-in", form);
		await secure.close();
		expect(headers.getSetCookie().join("\n")).toMatch(/__Secure-termtime.session_token.*; Secure/i);
		expect(headers.get("strict-transport-security")).toContain("max-age=");
	});

	it("says the same of an unknown address, a wrong password and a disabled account", async () => {
		const { email } = await site.user("manager");
		const disabled = await site.user("manager");
		const disabledAt = new Date();
		await world.database.client.user.update({
			where: { id: disabled.userId },
			data: { disabledAt },
		});
		const tries = [
			{ email: "nobody@team.test", password: testPassword },
			{ email, password: "not the password" },
			{ email: disabled.email, password: testPassword },
		];
		for (const form of tries) {
			const answer = await site.visitor().post("/sign-in", form);
			expect(answer.status).toBe(422);
			expect(answer.errors()).toEqual([{ field: "email", message: wrong }]);
			expect(answer.headers.getSetCookie().join()).not.toContain("session_token");
			expect(answer.page().querySelector("#email")?.getAttribute("value")).toBe(form.email);
			expect(answer.text).not.toContain(form.password);
		}
	});

	it("names what is missing, and survives what no form would send", async () => {
		const browser = site.visitor();
		expect((await browser.post("/sign-in")).errors()).toEqual([
			{ field: "email", message: "Enter an email address" },
			{ field: "password", message: "Enter your password" },
		]);
		const oddities: Record<string, string | string[]>[] = [
			{ email: ["a@team.test", "b@team.test"], password: ["x", "y"] },
			{ email: "a\0@team.test", password: "\0" },
			{ email: `${"a".repeat(10_000)}@team.test`, password: "x" },
			{ email: "a@team.test", password: "x".repeat(10_000) },
			{ "email.x": "a@team.test", __proto__: "x" },
		];
		for (const form of oddities) {
			expect((await browser.post("/sign-in", form)).status).toBe(422);
		}
	});

	it("gives a new token at each sign-in, and ends the one before", async () => {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		const before = new Map(browser.cookies);
		await browser.post("/sign-in", { email: user.email, password: testPassword });
		expect(browser.cookies.get("termtime.session_token")).not.toBe(
			before.get("termtime.session_token"),
		);
		const stolen = site.visitor();
		for (const [name, value] of before) stolen.cookies.set(name, value);
		expect((await stolen.get("/")).location).toBe("/sign-in");
		expect((await browser.get("/")).status).toBe(200);
	});

	it("signs out for good", async () => {
		const browser = await site.signedIn("coordinator");
		const kept = new Map(browser.cookies);
		const answer = await browser.post("/sign-out");
		expect(answer.location).toBe("/sign-in");
		expect((await browser.get("/sign-in")).text).toContain("You are signed out");
		expect((await browser.get("/sign-in")).text).not.toContain("You are signed out");
		const stolen = site.visitor();
		for (const [name, value] of kept) stolen.cookies.set(name, value);
		expect((await stolen.get("/")).location).toBe("/sign-in");
	});

	it("puts out a disabled user at once", async () => {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		const disabledAt = new Date();
		await world.database.client.user.update({ where: { id: user.userId }, data: { disabledAt } });
		expect((await browser.get("/")).location).toBe("/sign-in");
	});

	it.each([
		["/sessions?from=2027-01-01", "/sessions?from=2027-01-01"],
		["//evil.test", "/"],
		["https://evil.test/", "/"],
		["/\\evil.test", "/"],
		["/\t/evil.test", "/"],
		["/.//evil.test", "/"],
		["javascript:alert(1)", "/"],
		["/sign-out", "/"],
		["sessions", "/"],
	])("goes on only within the site: %j leads to %j", async (to, expected) => {
		const { email } = await site.user("coordinator");
		const form = { email, password: testPassword, to };
		expect((await site.visitor().post("/sign-in", form)).location).toBe(expected);
		const page = await site.visitor().get(`/sign-in?${new URLSearchParams({ to })}`);
		expect(page.page().querySelector("[name=to]")?.getAttribute("value")).toBe(expected);
	});

	it("takes no cookie that it did not sign", async () => {
		const browser = await site.signedIn("administrator");
		const cookie = decodeURIComponent(browser.cookies.get("termtime.session_token") ?? "");
		const token = cookie.split(".")[0];
		for (const forged of [token ?? "", `${token}.${"A".repeat(43)}=`, "%", "x.y"]) {
			const thief = site.visitor();
			thief.cookies.set("termtime.session_token", encodeURIComponent(forged));
			expect((await thief.get("/")).location).toBe("/sign-in");
		}
	});
});
