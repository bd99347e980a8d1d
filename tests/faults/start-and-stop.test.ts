import { connect, createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { openDatabase } from "#app/data/database.ts";
import { describeOnBothEngines, type OwnDatabase, ownDatabase } from "#tests/setup/databases.ts";
import { type Program, startProgram } from "#tests/setup/program.ts";
import { aUser } from "#tests/setup/site.ts";

const APP_SECRET = "a secret that only these tests share";

it.each([
	[{}, "APP_SECRET must be set: 32 characters or more that nobody can guess\n"],
	[{ APP_SECRET: "short" }, "APP_SECRET must have 32 characters or more\n"],
	[{ APP_SECRET, PORT: "http" }, "PORT must be a number from 1 to 65535\n"],
	[
		{ APP_SECRET, DATABASE_URL: "mysql://x" },
		"DATABASE_URL must start with file: or postgresql://\n",
	],
	[{ APP_SECRET, APP_URL: "termtime" }, "APP_URL must start with http:// or https://\n"],
	[{ APP_SECRET, SMTP_URL: "http://x" }, "SMTP_URL must start with smtp:// or smtps://\n"],
	[{ APP_SECRET, LOG_LEVEL: "loud", PORT: "x" }, "PORT must"],
])("does not start with %j, and says why", async (variables: Record<string, string>, words) => {
	const program = startProgram(variables);
	expect(await program.ended).toBe(1);
	expect(program.errors()).toContain(words);
	expect(program.errors()).not.toMatch(/^\s+at /m);
});

describeOnBothEngines("the program", (world) => {
	/** For what has nothing to do with the engine. */
	const onOne = it.runIf(world.engine === "sqlite");
	let program: Program | undefined;
	let own: OwnDatabase | undefined;

	function start(variables: Record<string, string> = {}): Program {
		program = startProgram({ APP_SECRET, PORT: "0", DATABASE_URL: world.url, ...variables });
		return program;
	}

	/** Where it serves, once it does. */
	async function serving(started: Program): Promise<string> {
		await started.prints('"msg":"serving"');
		return /"url":"([^"]+)"/.exec(started.printed())?.[1] ?? "";
	}

	afterEach(async () => {
		program?.signal("SIGKILL");
		await program?.ended;
		await own?.remove();
		own = undefined;
	});

	it("brings an empty database up to date, and prints how to begin", async () => {
		own = await ownDatabase(world.engine, false);
		const started = start({ DATABASE_URL: own.url });
		const url = await serving(started);
		const link = /^http\S+\/setup\/\S+$/m.exec(started.printed())?.[0] ?? "";
		expect(link.startsWith(`${url}/setup/`)).toBe(true);
		expect((await fetch(link)).status).toBe(200);
		const logged = started
			.printed()
			.split("\n")
			.filter((line) => line.startsWith("{"));
		expect(logged.join()).not.toContain("/setup/");
		expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "ok" });
		started.signal("SIGTERM");
		expect(await started.ended).toBe(0);
	});

	onOne("prints no link where there is an account", async () => {
		await aUser(world.database, "administrator");
		const started = start();
		await serving(started);
		expect(started.printed()).not.toContain("/setup/");
		started.signal("SIGINT");
		expect(await started.ended).toBe(0);
	});

	onOne("does not serve demo accounts unless it is the demo", async () => {
		own = await ownDatabase(world.engine);
		const database = openDatabase(own.url);
		await aUser(database, "manager", { email: "manager@termtime.test" });
		await database.close();
		const refused = start({ DATABASE_URL: own.url });
		expect(await refused.ended).toBe(1);
		expect(refused.errors()).toContain("This database holds the demo accounts");
		const demo = start({ DATABASE_URL: own.url, TERMTIME_DEMO: "true" });
		const url = await serving(demo);
		expect(await (await fetch(`${url}/privacy`)).text()).toContain("Demo data");
	});

	onOne("says when its port is taken", async () => {
		const other = createServer();
		await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
		const address = other.address();
		const PORT = String(typeof address === "object" ? address?.port : "");
		const started = start({ PORT });
		expect(await started.ended).toBe(1);
		expect(started.errors()).toBe(`Cannot listen on HOST 127.0.0.1 and PORT ${PORT}: EADDRINUSE\n`);
		other.close();
	});

	it("finishes a request that has begun before it stops", async () => {
		const started = start();
		const { hostname, port } = new URL(await serving(started));
		const socket = connect(Number(port), hostname);
		let answer = "";
		socket.on("data", (chunk: Buffer) => {
			answer += chunk.toString();
		});
		const head = [
			"POST /sign-in HTTP/1.1",
			`Host: ${hostname}:${port}`,
			"Sec-Fetch-Site: same-origin",
			"Content-Type: application/x-www-form-urlencoded",
			"Content-Length: 3",
		];
		socket.write(`${head.join("\r\n")}\r\nExpect: 100-continue\r\n\r\n`);
		// why: its "100 Continue" tells that the request has begun.
		await new Promise((begun) => socket.once("data", begun));
		started.signal("SIGTERM");
		await started.prints('"msg":"stopping"');
		await expect(fetch(`http://${hostname}:${port}/health`)).rejects.toThrow();
		socket.write("a=b");
		await new Promise((closed) => socket.once("close", closed));
		expect(answer).toContain("HTTP/1.1 422");
		expect(await started.ended).toBe(0);
	});
});
