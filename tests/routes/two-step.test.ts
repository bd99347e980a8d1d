import { afterAll, beforeAll, expect, it } from "vitest";
import { readHistory } from "#app/data/history.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";
import { authenticatorCode } from "#tests/setup/totp.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("two-step sign-in", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	const page = "/account/two-step";

	/** Turns it on for a new user, the way they would. */
	async function turnedOn() {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		const shown = await browser.post(page, { intent: "start", password: testPassword });
		const codes = [...shown.page().querySelectorAll("code")].map((code) => code.textContent ?? "");
		const [secret = "", ...backup] = codes;
		const on = await browser.post(page, { intent: "confirm", code: authenticatorCode(secret) });
		return { user, browser, secret, backup, on, shown };
	}

	/** As far as the question for the code. */
	async function halfway(email: string): Promise<Visitor> {
		const browser = site.visitor();
		const answer = await browser.post("/sign-in?to=%2Fprivacy", {
			email,
			password: testPassword,
			to: "/privacy",
		});
		expect(answer.location).toBe("/sign-in/code?to=%2Fprivacy");
		return browser;
	}

	it("is set up with a password and a first code, and then asked for", async () => {
		const { user, browser, secret, backup, on, shown } = await turnedOn();
		expect(on.location).toBe("/account");
		expect(backup).toHaveLength(10);
		const uri = shown.page().querySelector("a[href^=otpauth]")?.getAttribute("href") ?? "";
		expect(new URL(uri).searchParams.get("secret")).toBe(secret.replaceAll(" ", ""));
		expect((await browser.get("/account")).text).toContain("a code is asked for");
		expect((await browser.get(page)).text).not.toContain(secret);
		const history = await readHistory(world.database.client, "user", user.userId);
		expect(history[0]?.what).toBe("Turned two-step sign-in on");

		const next = await halfway(user.email);
		expect((await next.get("/")).location).toBe("/sign-in");
		const wrong = await next.post("/sign-in/code", { code: "000000", to: "/privacy" });
		expect([wrong.status, wrong.errors()[0]?.field]).toEqual([422, "code"]);
		expect((await next.get("/")).location).toBe("/sign-in");
		const code = authenticatorCode(secret).replace(/^.../, "$& ");
		const right = await next.post("/sign-in/code", { code, to: "/privacy" });
		expect(right.location).toBe("/privacy");
		expect((await next.get("/")).status).toBe(200);
	});

	it("is not set up by a wrong password or a wrong code", async () => {
		const user = await site.user("coordinator");
		const browser = await site.as(user);
		const refused = await browser.post(page, { intent: "start", password: "not it" });
		expect(refused.errors()).toEqual([{ field: "password", message: "That is not your password" }]);
		await browser.post(page, { intent: "start", password: testPassword });
		const wrong = await browser.post(page, { intent: "confirm", code: "123" });
		expect(wrong.errors()[0]?.field).toBe("code");
		expect((await browser.post(page, { intent: "confirm" })).status).toBe(422);
		expect((await browser.post(page, { intent: "else" })).status).toBe(400);
		await site.as(user);
	});

	it("takes each backup code once", async () => {
		const { user, backup } = await turnedOn();
		const [code = ""] = backup;
		const first = await halfway(user.email);
		expect((await first.post("/sign-in/code", { code, to: "/" })).location).toBe("/");
		const second = await halfway(user.email);
		expect((await second.post("/sign-in/code", { code, to: "/" })).status).toBe(422);
	});

	it("asks for the password again after five wrong codes", async () => {
		const { user, secret } = await turnedOn();
		const browser = await halfway(user.email);
		for (let wrong = 0; wrong < 5; wrong += 1) {
			const answer = await browser.post("/sign-in/code", { code: "000000" });
			expect(answer.status).toBe(422);
		}
		const right = await browser.post("/sign-in/code", { code: authenticatorCode(secret) });
		expect(right.location).toBe("/sign-in");
		expect((await browser.get("/")).location).toBe("/sign-in");
	});

	it("locks the account for a while after ten wrong codes", async () => {
		const { user, secret } = await turnedOn();
		for (let round = 0; round < 2; round += 1) {
			const browser = await halfway(user.email);
			for (let wrong = 0; wrong < 5; wrong += 1) {
				await browser.post("/sign-in/code", { code: "000000" });
			}
		}
		const browser = await halfway(user.email);
		const locked = await browser.post("/sign-in/code", { code: authenticatorCode(secret) });
		expect(locked.status).toBe(429);
		expect(locked.headers.get("retry-after")).toBe("900");
	});

	it("needs the first step, and a cookie that it signed", async () => {
		const { user, secret } = await turnedOn();
		const code = authenticatorCode(secret);
		const nobody = site.visitor();
		expect((await nobody.post("/sign-in/code", { code })).location).toBe("/sign-in");
		const browser = await halfway(user.email);
		const cookie = browser.cookies.get("termtime.two_factor") ?? "";
		expect(cookie).not.toBe("");
		nobody.cookies.set("termtime.two_factor", cookie.replace(/^./, "x"));
		expect((await nobody.post("/sign-in/code", { code })).location).toBe("/sign-in");
	});

	it("is turned off, and given new backup codes, by the password alone", async () => {
		const { user, browser, backup } = await turnedOn();
		const wrong = await browser.post(page, { intent: "stop", password: "not it" });
		expect(wrong.status).toBe(422);
		const renewed = await browser.post(page, { intent: "codes", password: testPassword });
		const codes = [...renewed.page().querySelectorAll("code")].map((code) => code.textContent);
		expect(codes).toHaveLength(10);
		expect(codes).not.toContain(backup[0]);
		const off = await browser.post(page, { intent: "stop", password: testPassword });
		expect(off.location).toBe("/account");
		expect((await browser.get("/account")).status).toBe(200);
		await site.as(user);
	});

	it("is turned off by an administrator for somebody who lost everything", async () => {
		const { user, browser } = await turnedOn();
		const administrator = await site.signedIn("administrator");
		const path = `/settings/users/${user.userId}`;
		const done = await administrator.post(path, { intent: "two-step" });
		expect(done.location).toBe(path);
		expect((await browser.get("/")).location).toBe("/sign-in");
		await site.as(user);
	});
});
