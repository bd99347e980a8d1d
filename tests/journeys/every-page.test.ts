import { afterAll, beforeAll, describe, it } from "vitest";
import { demoPassword } from "#prisma/seed/accounts.ts";
import { seedDemo } from "#prisma/seed.ts";
import { expectFits, type Served, serve } from "#tests/setup/served.ts";

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
const linksOn = (links: (string | null)[]) => [
	...new Set(links.filter((href) => href?.startsWith("/")).map((href) => href?.split(/[?#]/)[0])),
];

describe.each(["desktop", "phone"] as const)(
	"every page that navigation leads to (%s)",
	(viewport) => {
		it.each(["coordinator", "facilitator", "manager", "admin"])(
			"has no barriers and fits its window: %s",
			async (account) => {
				const page = await served.open({ viewport });
				await page.goto(`${served.url}/sign-in`);
				await expectFits(page);
				await page.getByLabel("Email address").fill(`${account}@termtime.test`);
				await page.getByLabel("Password", { exact: true }).fill(demoPassword);
				await page.getByRole("button", { name: "Sign in" }).click();
				await page.getByRole("button", { name: "Sign out" }).waitFor();
				const nav = page.getByRole("navigation").first().getByRole("link", { includeHidden: true });
				const hrefs = await nav.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
				for (const href of linksOn(hrefs)) {
					const response = await page.goto(`${served.url}${href}`);
					if (response?.status() !== 200) throw new Error(`${href} answers ${response?.status()}`);
					await expectFits(page);
				}
				await page.context().close();
			},
			180_000,
		);

		it("and the pages about one session, which coordinators open most", async () => {
			const page = await served.open({ viewport });
			await page.goto(`${served.url}/sign-in`);
			await page.getByLabel("Email address").fill("coordinator@termtime.test");
			await page.getByLabel("Password", { exact: true }).fill(demoPassword);
			await page.getByRole("button", { name: "Sign in" }).click();
			await page.getByRole("button", { name: "Sign out" }).waitFor();
			const soonest = page.getByRole("region", { name: "To put right, soonest first" });
			await soonest.getByRole("rowheader").first().getByRole("link").click();
			await page.getByRole("heading", { level: 2, name: "When and where" }).waitFor();
			const main = page.getByRole("main").getByRole("link");
			const hrefs = await main.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
			const own = linksOn(hrefs).filter((href) => href?.startsWith("/sessions/"));
			for (const href of ["/sessions/new", ...own]) {
				await page.goto(`${served.url}${href}`);
				await expectFits(page);
			}
			await page.context().close();
		}, 180_000);
	},
);
