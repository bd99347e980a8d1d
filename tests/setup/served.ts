import type { Browser, Page } from "playwright-core";
import { type Database, openDatabase } from "#app/data/database.ts";
import { readEnvironment } from "#app/gateways/environment.ts";
import { expectAccessible } from "./axe.ts";
import { launchBrowser, newPage, type PageOptions } from "./browser.ts";
import { ownDatabase } from "./databases.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { builtServer, testPassword } from "./site.ts";

/** The program as built and started, its own database, a mail server, and a browser in front. */
export interface Served {
	url: string;
	database: Database;
	mail: MailServer;
	/** Makes it another time for every page; mail goes on leaving by the machine's clock. */
	setClock(now: Date): void;
	/** A page of a browser of its own, signed in as nobody. */
	open(options?: PageOptions): Promise<Page>;
	/** A page signed in through the real form. */
	signedIn(user: { email: string }, options?: PageOptions): Promise<Page>;
	stop(): Promise<void>;
}

export async function serve(
	fill?: (database: Database, url: string) => Promise<void>,
): Promise<Served> {
	const own = await ownDatabase("sqlite");
	const database = openDatabase(own.url);
	await fill?.(database, own.url);
	const mail = await startMailServer();
	const { startServer } = await builtServer();
	const { app, url, stop } = await startServer(
		readEnvironment({
			PORT: "0",
			DATABASE_URL: own.url,
			SMTP_URL: mail.url,
			APP_SECRET: "a secret that only these tests share",
			LOG_LEVEL: "silent",
			TERMTIME_DEMO: "true",
		}),
	);
	const browser: Browser = await launchBrowser();
	const open = (options?: PageOptions) => newPage(browser, options);
	return {
		url,
		database,
		mail,
		setClock: (now) => {
			app.clock = () => now;
		},
		open,
		async signedIn({ email }, options) {
			const page = await open(options);
			await page.goto(`${url}/sign-in`);
			await page.getByLabel("Email address").fill(email);
			await page.getByLabel("Password", { exact: true }).fill(testPassword);
			await page.getByRole("button", { name: "Sign in" }).click();
			await page.getByRole("button", { name: "Sign out" }).waitFor();
			return page;
		},
		async stop() {
			await browser.close();
			await stop();
			await mail.stop();
			await database.close();
			await own.remove();
		},
	};
}

/** Fails when the page has barriers, or can be scrolled sideways. */
export async function expectFits(page: Page): Promise<void> {
	await expectNarrow(page);
	await expectAccessible(page);
}

/** Fails when the page can be scrolled sideways. */
export async function expectNarrow(page: Page): Promise<void> {
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	if (tooWide > 0) throw new Error(`${page.url()} is ${tooWide} pixels wider than its window`);
}
