import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnOneEngine } from "#tests/setup/databases.ts";
import { openSite, type Site, testPassword } from "#tests/setup/site.ts";

describeOnOneEngine("what is refused before any page", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	/** Sends a right sign-in with exactly these headers. */
	async function postFrom(headers: Record<string, string>) {
		const { email } = await site.user("coordinator");
		const body = new URLSearchParams({ email, password: testPassword });
		return site.visitor().request("/sign-in", { method: "POST", headers, body });
	}

	it.each([
		["same-origin", undefined],
		["none", undefined],
		["same-origin", "own"],
		[undefined, "own"],
	])("takes a form of its own: Sec-Fetch-Site %s, Origin %s", async (siteHeader, origin) => {
		const answer = await postFrom({
			...(siteHeader ? { "sec-fetch-site": siteHeader } : {}),
			...(origin ? { origin: site.url } : {}),
		});
		expect(answer.status).toBe(303);
	});

	it.each([
		["cross-site", undefined],
		["same-site", undefined],
		["cross-site", "own"],
		[undefined, "https://evil.test"],
		[undefined, "null"],
		[undefined, "not an origin"],
		[undefined, undefined],
	])("refuses a form from elsewhere: Sec-Fetch-Site %s, Origin %s", async (siteHeader, origin) => {
		const answer = await postFrom({
			...(siteHeader ? { "sec-fetch-site": siteHeader } : {}),
			...(origin ? { origin: origin === "own" ? site.url : origin } : {}),
		});
		expect(answer.status).toBe(403);
		expect(answer.heading()).toBe("You cannot do that here");
		expect(answer.headers.getSetCookie()).toEqual([]);
	});

	it("takes posts at the address that the world knows it by", async () => {
		const variables = { APP_URL: "https://termtime.test" };
		const behindProxy = await openSite(world.database, { variables });
		const post = (origin: string) =>
			behindProxy.visitor().request("/sign-out", { method: "POST", headers: { origin }, body: "" });
		expect((await post("https://termtime.test")).status).toBe(303);
		expect((await post("https://termtime.test.evil.test")).status).toBe(403);
		await behindProxy.close();
	});

	it("refuses a body of more than 256 kB before it reads it", async () => {
		const form = { email: "a@team.test", password: "x".repeat(256 * 1024) };
		const answer = await site.visitor().post("/sign-in", form);
		expect(answer.status).toBe(413);
		expect(answer.heading()).toBe("That is too much to send");
		const allowed = { email: "a@team.test", password: "x".repeat(255 * 1024) };
		expect((await site.visitor().post("/sign-in", allowed)).status).toBe(422);
	});

	it("refuses a body whose length is not said", async () => {
		const answer = await send(site, {
			method: "POST",
			path: "/sign-in",
			headers: { "transfer-encoding": "chunked", "sec-fetch-site": "same-origin" },
		});
		expect(answer.statusCode).toBe(411);
	});

	it.each([
		"/%",
		"/%zz",
		"/%ff",
		"/a%00b",
		"/sign-in?to=%",
		"/sign-in?to=%00",
		"/?%c0%af=1",
		"/sign-in.data?x=%ff",
	])("calls a malformed address malformed: %s", async (path) => {
		expect((await send(site, { path })).statusCode).toBe(400);
	});

	it.each([
		"//evil.test",
		"/\\evil.test",
		"/a//b",
		"/..%2f..%2fetc/passwd",
		"/assets/../../package.json",
		"/assets/%2e%2e/%2e%2e/package.json",
		`/${"a".repeat(5_000)}`,
		"/none.data",
		"/_.data/x",
		"/__manifest?p=/x",
	])("finds nothing at %s", async (path) => {
		expect((await send(site, { path })).statusCode).toBe(404);
	});

	it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
		"has no use for %s",
		async (method) => {
			const headers = { "sec-fetch-site": "same-origin", "content-length": "0" };
			const answer = await send(site, { method, path: "/sign-in", headers });
			expect(answer.statusCode).toBe(405);
		},
	);

	it.each(["text/plain", "application/json", "multipart/form-data", "", "x-www-form-urlencoded"])(
		"refuses a form sent as %j",
		async (type) => {
			const answer = await site
				.visitor()
				.post("/sign-in", {}, { body: "a=b", headers: { "content-type": type } });
			expect(answer.status).toBe(400);
			expect(answer.heading()).toBe("That did not arrive in one piece");
		},
	);

	it("refuses a form that is not text, and a file where none is asked for", async () => {
		const browser = site.visitor();
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		for (const body of ["email=%ff", "email=%", new Uint8Array([101, 61, 255])]) {
			expect((await browser.post("/sign-in", {}, { body, headers })).status).toBe(400);
		}
		const body = new FormData();
		body.set("email", new File(["x"], "x.txt"));
		expect((await browser.post("/sign-in", {}, { body })).status).toBe(400);
	});

	it("takes a form with parts as it takes any other", async () => {
		const { email } = await site.user("manager");
		const body = new FormData();
		body.set("email", email);
		body.set("password", testPassword);
		expect((await site.visitor().post("/sign-in", {}, { body })).status).toBe(303);
	});

	it("answers 405 for a form where none is", async () => {
		expect((await site.visitor().post("/privacy")).status).toBe(405);
	});

	it("sends every page with a policy that lets only its own scripts run", async () => {
		const [one, two] = [await site.visitor().get("/sign-in"), await site.visitor().get("/none")];
		for (const { headers, page } of [one, two]) {
			const policy = headers.get("content-security-policy") ?? "";
			const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
			expect(policy).toContain("style-src 'self';");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).toContain("form-action 'self'");
			const inline = [...page().querySelectorAll("script")].filter((s) => !s.hasAttribute("src"));
			expect(inline.length).toBeGreaterThan(0);
			for (const script of inline) expect(script.getAttribute("nonce")).toBe(nonce);
			expect(page().querySelectorAll("[style], [onclick]")).toHaveLength(0);
			expect(page().querySelectorAll("title")).toHaveLength(1);
			expect(headers.get("cache-control")).toBe("no-store");
		}
		expect(one.headers.get("content-security-policy")).not.toBe(
			two.headers.get("content-security-policy"),
		);
	});

	it("lets browsers keep what is named by its content, and only that", async () => {
		const { page } = await site.visitor().get("/sign-in");
		const href = page().querySelector("[rel=stylesheet]")?.getAttribute("href") ?? "";
		const styles = await site.visitor().get(href);
		expect(styles.status).toBe(200);
		expect(styles.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
		expect((await site.visitor().get("/icon.svg")).headers.get("content-type")).toContain("svg");
	});
});

/** why not fetch: it mends addresses and headers before it sends them. */
function send(site: Site, options: RequestOptions): Promise<IncomingMessage> {
	const { hostname, port } = new URL(site.url);
	return new Promise((resolve, reject) => {
		const sent = request({ hostname, port, ...options }, (answer) => {
			answer.resume();
			answer.on("end", () => resolve(answer));
		});
		sent.on("error", reject);
		sent.end(options.method === "POST" ? "a=b" : undefined);
	});
}
