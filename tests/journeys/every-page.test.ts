import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { demoPassword } from "#prisma/seed/accounts.ts";
import { seedDemo } from "#prisma/seed.ts";
import { expectAccessible } from "#tests/setup/axe.ts";
import { expectNarrow, type Served, serve } from "#tests/setup/served.ts";

let served: Served;

beforeAll(async () => {
	served = await serve(async (database) => {
		const deployment = { appUrl: "http://127.0.0.1:3000", mailFrom: "bookings@termtime.test" };
		const outcome = await seedDemo(database, { now: new Date(), deployment });
		if (!outcome.ok) throw new Error(outcome.reason);
	});
}, 240_000);
afterAll(() => served?.stop());

/** Every address of a page's own that a reader of it can go to, without what only changes its list. */
const linksOn = (links: (string | null)[]): string[] => [
	...new Set(links.flatMap((href) => (href?.startsWith("/") ? [href.replace(/[?#].*/, "")] : []))),
];

const looks: { account: string; on: ("desktop" | "phone")[] }[] = [
	{ account: "coordinator", on: ["desktop", "phone"] },
	{ account: "facilitator", on: ["phone"] },
	{ account: "manager", on: ["desktop"] },
	{ account: "admin", on: ["desktop"] },
];
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

async function signIn(account: string): Promise<Page> {
	const page = await served.open();
	await page.goto(`${served.url}/sign-in`);
	await page.getByLabel("Email address").fill(`${account}@termtime.test`);
	await page.getByLabel("Password", { exact: true }).fill(demoPassword);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("button", { name: "Sign out" }).waitFor();
	return page;
}

/** Where somebody has been, who saw as much there or more. */
const seen = new Set<string>();

/**
 * Opens a page once for both widths: what differs is the style, and loading is most of the time. What
 * a page holds is looked at once; in a second width it is the size of what is touched that changes.
 */
async function visit(page: Page, href: string, on: readonly ("desktop" | "phone")[]) {
	if (seen.has(href) && href !== "/") return;
	seen.add(href);
	const response = await page.goto(`${served.url}${href}`);
	if (response?.status() !== 200) throw new Error(`${href} answers ${response?.status()}`);
	for (const [at, size] of on.entries()) {
		await page.setViewportSize(sizes[size]);
		// why: the grid of the calendar gives way to the list, which it does when scripts come to it.
		await page.waitForFunction(() => innerWidth > 800 || !document.querySelector(".tt-grid"));
		await expectNarrow(page);
		await expectAccessible(page, at === 0 ? undefined : ["target-size"]);
	}
}

/** The page of the first contact of a venue, by the link that its mails have, and a session on it. */
async function visitSchool(page: Page, venue: string) {
	await page.goto(`${served.url}${venue}`);
	await page
		.getByRole("link", { name: /^Their page/ })
		.first()
		.click();
	await page.getByRole("heading", { level: 1, name: /^The page of/ }).waitFor();
	const link = await page.locator(".tt-press a").getAttribute("href");
	const path = new URL(link ?? "").pathname;
	await visit(page, path, ["desktop", "phone"]);
	const rows = page.getByRole("main").locator(`a[href^="${path}/"]`);
	const hrefs = await rows.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
	for (const href of linksOn(hrefs).slice(0, 1)) await visit(page, href, ["desktop", "phone"]);
}

describe("every page that navigation leads to", () => {
	it.each(looks)(
		"has no barriers and fits its window: $account on $on",
		async ({ account, on }) => {
			const page = await signIn(account);
			const nav = page.getByRole("navigation").first().getByRole("link", { includeHidden: true });
			const hrefs = await nav.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
			for (const href of linksOn(hrefs)) await visit(page, href, on);
			await page.context().close();
		},
		180_000,
	);

	it("and the pages about one session, which coordinators open most", async () => {
		const page = await signIn("coordinator");
		const soonest = page.getByRole("region", { name: "To put right, soonest first" });
		await soonest.getByRole("rowheader").first().getByRole("link").click();
		await page.getByRole("heading", { level: 2, name: "When and where" }).waitFor();
		const main = page.getByRole("main").getByRole("link");
		const hrefs = await main.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
		const own = linksOn(hrefs).filter((href) => href.startsWith("/sessions/"));
		const ofBooking = ["/sessions/new", "/sessions/several", "/calendar?view=people"];
		for (const href of [...ofBooking, ...own]) await visit(page, href, ["desktop", "phone"]);
		await visitSchool(page, linksOn(hrefs).find((href) => href.startsWith("/venues/")) ?? "");
		const others = ["/evaluation", "/evaluation/questions/new", "/follow-ups"];
		const ofTime = ["/settings/terms", "/settings/terms/881", "/settings/bases"];
		for (const href of [...others, ...ofTime]) await visit(page, href, ["desktop", "phone"]);
		await page.context().close();
	}, 180_000);

	it("and the form that schools ask by, and what becomes of it", async () => {
		const page = await signIn("coordinator");
		await visit(page, "/request", ["desktop", "phone"]);
		await page.goto(`${served.url}/requests`);
		const rows = page.getByRole("rowheader").getByRole("link");
		const [request = ""] = linksOn([await rows.first().getAttribute("href")]);
		for (const href of [request, `${request}/accept`, `${request}/venue`, `${request}/decline`]) {
			await visit(page, href, ["desktop", "phone"]);
		}
		await page.context().close();
	}, 180_000);

	it("and the pages about figures, which managers publish and aim at", async () => {
		const page = await signIn("manager");
		const linked = async (href: string, start: string) => {
			await page.goto(`${served.url}${href}`);
			const links = page.getByRole("main").locator(`a[href^="${start}"]`);
			return linksOn([await links.first().getAttribute("href")]);
		};
		const [publication = ""] = await linked("/publications", "/publications/0");
		const shared = await linked(publication, "/published/");
		const ofFigures = ["/publications/new", "/targets", "/targets/new", "/reach/report"];
		for (const href of [...ofFigures, publication, ...shared]) {
			await visit(page, href, ["desktop", "phone"]);
		}
		await page.context().close();
	}, 180_000);

	it("and the pages about a file that waits for answers", async () => {
		const page = await signIn("coordinator");
		await page.goto(`${served.url}/imports`);
		const files = page.getByRole("main").locator('tbody a[href^="/imports/"]');
		const [file = ""] = linksOn([await files.first().getAttribute("href")]);
		const ofFile = [file, `${file}/questions?part=venues`, `${file}/columns`];
		for (const href of ["/imports/new?kind=register", ...ofFile]) {
			await visit(page, href, ["desktop", "phone"]);
		}
		await page.context().close();
	}, 180_000);

	it.each(["/sign-in", "/privacy", "/accessibility"])(
		"and %s, signed in as nobody",
		async (href) => {
			const page = await served.open();
			await visit(page, href, ["desktop", "phone"]);
			await page.context().close();
		},
	);
});
