import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/data/database.ts";
import { expectAccessible } from "#tests/setup/axe.ts";
import { launchBrowser, newPage, type PageOptions } from "#tests/setup/browser.ts";
import { type OwnDatabase, ownDatabase } from "#tests/setup/databases.ts";
import { linkMailedTo } from "#tests/setup/outbox.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";
import { authenticatorCode } from "#tests/setup/totp.ts";

const kinds: [string, PageOptions][] = [
	["on a desk", {}],
	["on a phone without scripts", { viewport: "phone", javaScript: false }],
];

// why one engine: what a browser shows does not depend on it; tests/routes asks both.
describe("an account, from invitation to two-step sign-in", () => {
	let own: OwnDatabase;
	let database: Database;
	let site: Site;
	let browser: Browser;

	beforeAll(async () => {
		own = await ownDatabase("sqlite");
		database = openDatabase(own.url);
		site = await openSite(database);
		browser = await launchBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await site.close();
		await database.close();
		await own.remove();
	});

	async function signIn(page: Page, email: string): Promise<void> {
		await page.goto(`${site.url}/sign-in`);
		await page.getByLabel("Email address").fill(email);
		await page.getByLabel("Password", { exact: true }).fill(testPassword);
		await page.getByRole("button", { name: "Sign in" }).click();
	}

	it.each(kinds)("%s", async (kind, options) => {
		const page = await newPage(browser, options);
		const complaints: string[] = [];
		page.on("pageerror", ({ message }) => complaints.push(message));
		page.on("console", (message) => {
			// why not failed loads: a form that is to be mended is answered 422, and the browser says so.
			const mends = message.text().startsWith("Failed to load resource");
			if (message.type() === "error" && !mends) complaints.push(message.text());
		});
		const check = async () => {
			if (options.javaScript !== false) await expectAccessible(page);
		};
		const press = (name: string) => page.getByRole("button", { name }).click();
		const heading = () => page.getByRole("heading", { level: 1 }).textContent();

		const administrator = await site.user("administrator");
		await page.goto(`${site.url}/settings/users`);
		await check();
		await press("Sign in");
		await page.getByText("There is a problem").waitFor();
		await check();
		await page.getByLabel("Email address").fill(administrator.email);
		await page.getByLabel("Password", { exact: true }).fill(testPassword);
		await press("Sign in");
		await page.waitForURL(`${site.url}/settings/users`);
		await check();

		await page.getByRole("link", { name: "Invite somebody" }).click();
		await page.waitForURL(/\/new$/);
		await check();
		const email = `imogen-${options.viewport ?? "desktop"}@team.test`;
		await page.getByLabel("Name").fill("Imogen Invited");
		await page.getByLabel("Work email address").fill(email);
		await page.getByLabel("Manager").check();
		await press("Send invitation");
		await page.getByText("Imogen Invited has an account").waitFor();
		await check();
		await page.getByRole("link", { name: "Disable account" }).click();
		await page.getByText("What will happen").waitFor();
		await check();
		await page.goto(`${site.url}/sign-in`);
		await press("Sign out");
		await page.getByText("You are signed out").waitFor();

		await page.goto(site.url + (await linkMailedTo(database, email)));
		await check();
		await page.getByLabel("New password").fill(testPassword);
		await press("Save password");
		await page.getByText("Your password is saved").waitFor();
		await signIn(page, email);
		await page.goto(`${site.url}/settings/users`);
		expect(await heading()).toBe("You cannot do that here");
		await check();

		await page.getByRole("link", { name: "Imogen Invited" }).click();
		await page.waitForURL(`${site.url}/account`);
		await check();
		await page.goto(`${site.url}/account/password`);
		await check();
		await page.goto(`${site.url}/account/two-step`);
		await check();
		await page.getByLabel("Password", { exact: true }).fill(testPassword);
		await press("Set up two-step sign-in");
		await page.getByText("This page is shown once").waitFor();
		await check();
		const secret = (await page.locator("code").first().textContent()) ?? "";
		await page.getByRole("textbox", { name: "Code" }).fill(authenticatorCode(secret));
		await press("Turn on two-step sign-in");
		await page.getByText("Two-step sign-in is on").waitFor();
		await press("Sign out");
		await signIn(page, email);
		await page.waitForURL(/\/sign-in\/code/);
		await check();
		await page.getByRole("textbox", { name: "Code" }).fill(authenticatorCode(secret));
		await press("Continue");
		await page.waitForURL(`${site.url}/`);

		for (const path of ["/forgot-password", "/reset-password/none", "/none", "/accessibility"]) {
			await page.goto(site.url + path);
			await check();
		}
		expect(complaints, kind).toEqual([]);
		await page.context().close();
	});
});
