import { createTransport } from "nodemailer";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { createDatabase, dropDatabase } from "./postgres.ts";

async function query(url: string, sql: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

describe("PostgreSQL", () => {
	it("copies a template, and the copy is its own", async () => {
		const admin = inject("postgresUrl");
		const names = { template: `setup-template-${process.pid}`, copy: `setup-copy-${process.pid}` };
		const template = await createDatabase(admin, names.template);
		try {
			await query(template, "CREATE TABLE venue (name text); INSERT INTO venue VALUES ('Hall')");
			const copy = await createDatabase(admin, names.copy, names.template);
			await query(copy, "INSERT INTO venue VALUES ('Gym')");
			const count = "SELECT count(*)::int AS venues FROM venue";
			const [inCopy, inTemplate] = await Promise.all([query(copy, count), query(template, count)]);
			expect(inCopy).toEqual([{ venues: 2 }]);
			expect(inTemplate).toEqual([{ venues: 1 }]);
		} finally {
			await dropDatabase(admin, names.copy);
			await dropDatabase(admin, names.template);
		}
	});

	it("has the extension that refuses overlaps", async () => {
		const rows = await query(
			inject("postgresUrl"),
			"SELECT name FROM pg_available_extensions WHERE name = 'btree_gist'",
		);
		expect(rows).toEqual([{ name: "btree_gist" }]);
	});
});

describe("browser", () => {
	let browser: Browser;
	const page = (body: string) =>
		`<!doctype html><html lang="en"><head><title>A page</title></head><body><main>${body}</main></body></html>`;

	beforeAll(async () => {
		browser = await launchBrowser();
	}, 60_000);
	afterAll(() => browser.close());

	it("shows text that takes up room, in England's time", async () => {
		const desktop = await newPage(browser);
		await desktop.setContent(page("<h1>Sessions this week</h1>"));
		const box = await desktop.getByText("Sessions").evaluate((heading) => {
			const range = document.createRange();
			range.selectNodeContents(heading);
			return range.getBoundingClientRect().width;
		});
		expect(box).toBeGreaterThan(100);
		const zone = await desktop.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
		expect(zone).toBe("Europe/London");
	});

	it("finds a planted barrier, whatever the page's security policy", async () => {
		const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
		const phone = await newPage(browser, { viewport: "phone" });
		await phone.setContent(page(`${policy}<h1>Venue</h1><label>Name <input></label>`));
		await expectAccessible(phone);
		await phone.setContent(page(`${policy}<h1>Venue</h1><input>`));
		await expect(expectAccessible(phone)).rejects.toThrow(/label.*<input>.*Fix any/s);
	});

	it("can do without JavaScript, and says where it cannot", async () => {
		const plain = await newPage(browser, { javaScript: false });
		const html = page("<h1>As sent</h1><script>document.body.innerHTML = 'Changed'</script>");
		await plain.goto(`data:text/html,${encodeURIComponent(html)}`);
		expect(await plain.textContent("h1")).toBe("As sent");
		await expect(expectAccessible(plain)).rejects.toThrow("opened with JavaScript");
	});
});

describe("mail server", () => {
	let server: MailServer;
	const send = (to: string) => {
		const transport = createTransport(server.url);
		return transport
			.sendMail({ from: "team@termtime.test", to, subject: `For ${to}`, text: "Hello" })
			.finally(() => transport.close());
	};

	beforeEach(async () => {
		server = await startMailServer();
	});
	afterEach(() => server.stop());

	it("keeps what it accepts", async () => {
		const arrival = server.waitFor((message) => message.envelope.to.includes("b@school.test"));
		await send("a@school.test");
		await send("b@school.test");
		const message = await arrival;
		expect(message.envelope.from).toBe("team@termtime.test");
		expect(message.parsed.subject).toBe("For b@school.test");
		expect(message.raw.toString()).toContain("Hello");
		expect(server.messages).toHaveLength(2);
		await expect(server.waitFor(() => false, 10)).rejects.toThrow("came: For a@school.test");
	});

	it.each([
		["refuse-recipient", { responseCode: 550 }],
		[{ refuse: ["a@school.test"] }, { responseCode: 550 }],
		["refuse-for-now", { responseCode: 451 }],
		["greylist", { responseCode: 451 }],
		["refuse-sign-in", { code: "EAUTH", responseCode: 535 }],
		["drop", { code: "ECONNECTION" }],
	] as const)("%j keeps nothing", async (behaviour, failure) => {
		server.setBehaviour(
			typeof behaviour === "string" ? behaviour : { refuse: [...behaviour.refuse] },
		);
		await expect(send("a@school.test")).rejects.toMatchObject(failure);
		expect(server.messages).toHaveLength(0);
	});

	it("greylists a pair once", async () => {
		server.setBehaviour("greylist");
		await expect(send("a@school.test")).rejects.toMatchObject({ responseCode: 451 });
		await send("a@school.test");
		await expect(send("b@school.test")).rejects.toMatchObject({ responseCode: 451 });
		expect(server.messages).toHaveLength(1);
	});

	it("keeps a message whose answer is lost", async () => {
		server.setBehaviour("lose-answer");
		await expect(send("a@school.test")).rejects.toMatchObject({ code: "ECONNECTION" });
		expect(server.messages).toHaveLength(1);
	});

	it("answers late", async () => {
		server.setBehaviour({ delay: 50 });
		const start = performance.now();
		await send("a@school.test");
		expect(performance.now() - start).toBeGreaterThan(45);
	});
});
