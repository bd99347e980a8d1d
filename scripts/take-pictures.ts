import { join } from "node:path";
import type { Page } from "playwright-core";
import { demoPassword } from "#prisma/seed/accounts.ts";
import { launchBrowser, newPage } from "#tests/setup/browser.ts";

/** `npx tsx scripts/take-pictures.ts URL`: the README's pictures, of a demo that serves at URL. */
const url = process.argv[2] ?? "http://127.0.0.1:3000";
const folder = join(import.meta.dirname, "../docs/pictures");

async function signedIn(page: Page, account: string): Promise<void> {
	await page.goto(`${url}/sign-in`);
	await page.getByLabel("Email address").fill(`${account}@termtime.test`);
	await page.getByLabel("Password", { exact: true }).fill(demoPassword);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("button", { name: "Sign out" }).waitFor();
}

const browser = await launchBrowser();
const desk = await newPage(browser);
await signedIn(desk, "coordinator");
await desk.screenshot({ path: join(folder, "home.png") });
await desk.getByRole("main").getByRole("table").getByRole("link").first().click();
await desk.getByRole("heading", { level: 2, name: "When and where" }).waitFor();
await desk.screenshot({ path: join(folder, "session.png") });

await desk.goto(`${url}/reach?from=2024-01-01&to=2024-12-31&team=JET`);
await desk.getByRole("heading", { level: 1 }).waitFor();
await desk.screenshot({ path: join(folder, "reach.png") });

const phone = await newPage(browser, { viewport: "phone" });
await signedIn(phone, "facilitator");
await phone.goto(`${url}/my-day`);
await phone.screenshot({ path: join(folder, "my-day.png") });
await browser.close();
