import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/data/database.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { expectAccessible } from "#tests/setup/axe.ts";
import { launchBrowser, newPage, type PageOptions } from "#tests/setup/browser.ts";
import { type OwnDatabase, ownDatabase } from "#tests/setup/databases.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";

describe("a coordinator books, moves and cancels a session", () => {
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
		await site?.close();
		await database?.close();
		await own?.remove();
	});

	async function signedIn(options: PageOptions): Promise<Page> {
		const { email } = await site.user("coordinator");
		const page = await newPage(browser, options);
		await page.goto(`${site.url}/sign-in`);
		await page.getByLabel("Email address").fill(email);
		await page.getByLabel("Password", { exact: true }).fill(testPassword);
		await page.getByRole("button", { name: "Sign in" }).click();
		await page.getByRole("button", { name: "Sign out" }).waitFor();
		return page;
	}

	async function fillIn(page: Page, team: TeamThatCanBook): Promise<void> {
		await page.getByText(team.programme.name, { exact: true }).click();
		await page.getByLabel("Year 8", { exact: true }).check();
		await page.getByLabel("Expected number of young people").fill("30");
		await page.getByLabel("Date", { exact: true }).fill("2027-01-14");
		await page.getByLabel("Start", { exact: true }).fill("09:30");
	}

	it("with scripts: the page answers while it is filled in", async () => {
		const team = await aTeamThatCanBook(database);
		const [busy, free] = team.facilitators;
		const other = await aSession(database, team);
		const page = await signedIn({});
		await page.goto(`${site.url}/sessions/new`);
		await expectAccessible(page);
		await fillIn(page, team);
		await page.getByLabel("Find the venue").fill(team.venue.urn ?? "");
		await page.getByRole("radio", { name: team.venue.name }).check();
		await page.getByRole("checkbox", { name: team.contacts[0].name }).check();
		await page.getByText("Ends at 10:30am").waitFor();

		const busyOnes = page.getByRole("group", { name: "Busy at that time" });
		await busyOnes.getByRole("checkbox", { name: busy.name }).check();
		await page.getByText(`${busy.name} is busy:`).waitFor();
		expect(await page.getByRole("link", { name: other.reference }).count()).toBeGreaterThan(0);
		await page.getByLabel("Start", { exact: true }).fill("10:00");
		const freeOnes = page.getByRole("group", { name: "Qualified and free at that time" });
		await freeOnes.getByRole("checkbox", { name: busy.name }).waitFor();
		expect(await freeOnes.getByRole("checkbox", { name: busy.name }).isChecked()).toBe(true);
		await freeOnes.getByRole("checkbox", { name: busy.name }).uncheck();
		await freeOnes.getByRole("checkbox", { name: free.name }).check();
		await page.getByText(`${busy.name} is busy:`).waitFor({ state: "detached" });
		await expectAccessible(page);

		await page.getByRole("button", { name: "Check and see the message" }).click();
		await page.getByText(`See the message to ${team.contacts[0].name}`).click();
		await page.getByText("You are invited to this session").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Book session" }).click();
		await page.getByText("2 invites on the way").waitFor();
		await expectAccessible(page);

		await page.getByRole("link", { name: "Move", exact: true }).click();
		await page.getByLabel("Start", { exact: true }).fill("13:00");
		await page.getByText("version 2 of this session").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Move session" }).click();
		await page.getByText("Calendars are being corrected").waitFor();
		expect(await page.locator("main").textContent()).toContain("1:00pm to 2:00pm");
		await page.context().close();
	});

	it.each(["desktop", "phone"] as const)("without scripts, on a %s", async (viewport) => {
		const team = await aTeamThatCanBook(database);
		const page = await signedIn({ viewport, javaScript: false });
		await page.goto(`${site.url}/sessions/new`);
		await fillIn(page, team);
		await page.getByLabel("Find the venue").fill(team.venue.urn ?? "");
		await page.getByRole("button", { name: "Find" }).click();
		await page.getByRole("radio", { name: team.venue.name }).check();
		await page.getByRole("button", { name: "Check and see the message" }).click();
		await page.getByRole("checkbox", { name: team.contacts[0].name }).check();
		await page.getByRole("checkbox", { name: team.facilitators[0].name }).check();
		await page.getByRole("button", { name: "Book session" }).click();
		await page.getByText("2 invites on the way").waitFor();

		await page.getByRole("link", { name: "Cancel session" }).click();
		await page.getByLabel("The school").check();
		await page.getByLabel("Why", { exact: true }).fill("The hall is flooded");
		await page.getByRole("button", { name: "Cancel session" }).click();
		await page.getByText("It is being taken out of every calendar").waitFor();
		const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
		expect(wide).toBe(false);
		await page.context().close();
	});

	it("on a phone, page by page", async () => {
		const team = await aTeamThatCanBook(database);
		const { reference } = await aSession(database, team, { status: "provisional", notes: "Cold" });
		const page = await signedIn({ viewport: "phone" });
		for (const part of [
			"",
			"/people",
			"/history",
			"/move",
			"/edit",
			"/people/edit",
			"/confirm",
			"/cancel",
		]) {
			await page.goto(`${site.url}/sessions/${reference}${part}`);
			await expectAccessible(page);
			const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
			expect([part, wide]).toEqual([part, false]);
		}
		await page.context().close();
	});
});
