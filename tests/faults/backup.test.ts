import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { openDatabase } from "#app/data/database.ts";
import { applyMigrations } from "#app/data/migrate.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { unpackBackup } from "#app/gateways/backup-file.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { type OwnDatabase, ownDatabase, testContext } from "#tests/setup/databases.ts";
import {
	createDatabase,
	installedPostgres,
	startInstalled,
	type TestPostgres,
} from "#tests/setup/postgres.ts";

/** Where PostgreSQL's own programs are, for the commands that need them. */
const postgresFolder = installedPostgres();
const programs = postgresFolder && {
	PATH: [postgresFolder, process.env.PATH].join(delimiter),
};

/** Runs one of the project's commands as its user would, and waits for its end. */
function command(
	script: string,
	databaseUrl: string,
	...words: string[]
): Promise<{ code: number | null; said: string }> {
	const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...words], {
		env: { ...process.env, ...programs, DATABASE_URL: databaseUrl },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => {
			said += chunk.toString();
		});
	}
	return new Promise((resolve) => {
		child.on("close", (code) => resolve({ code, said }));
	});
}

/** Books one session after another, an hour each, until told to stop; gives back how many. */
function bookingAllTheTime(url: string) {
	const database = openDatabase(url);
	let stopped = false;
	const booked = (async () => {
		const world = await aTeamThatCanBook(database);
		let count = 0;
		while (!stopped) {
			const day = new Date(Date.UTC(2027, 0, 4 + Math.floor(count / 8)));
			const hour = String(9 + (count % 8)).padStart(2, "0");
			const startsAt = `${day.toISOString().slice(0, 10)}T${hour}:00`;
			const input = sessionInput.parse(aBooking(world, { startsAt }));
			const outcome = await bookSession(testContext(database), input, { needReasons: false });
			if (!outcome.ok) throw new Error(outcome.reason);
			count += 1;
			// why: SQLite answers at once, and a loop that never waits lets nothing else happen.
			await setImmediate();
		}
		await database.close();
		return count;
	})();
	return async () => {
		stopped = true;
		return booked;
	};
}

async function sessionsIn(url: string): Promise<number> {
	const database = openDatabase(url);
	const count = await database.client.session.count();
	await database.close();
	return count;
}

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "termtime-backup-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("backup and restore on SQLite", () => {
	let own: OwnDatabase;
	beforeEach(async () => {
		own = await ownDatabase("sqlite");
	});
	afterEach(() => own.remove());

	it("takes a consistent copy while others write, and the copy passes the doctor", async () => {
		const file = join(folder, "made-while-booking.backup");
		const stop = bookingAllTheTime(own.url);
		const made = await command("backup", own.url, file);
		const booked = await stop();
		expect(made).toMatchObject({ code: 0 });
		expect(booked).toBeGreaterThan(0);

		const fresh = `file:${join(folder, "new", "place", "termtime.db")}`;
		const restored = await command("restore", fresh, file);
		expect(restored.said).toContain("ok    Facilitators in two places");
		expect(restored).toMatchObject({ code: 0 });
		expect(await sessionsIn(fresh)).toBeLessThanOrEqual(booked);
		expect(await command("doctor", fresh)).toMatchObject({ code: 0 });
	});

	it("refuses a damaged, a cut and a foreign file", async () => {
		const file = join(folder, "whole.backup");
		expect(await command("backup", own.url, file)).toMatchObject({ code: 0 });
		const bytes = await readFile(file);
		const refusal = async (name: string, content: Buffer | string) => {
			const place = join(folder, name);
			await writeFile(place, content);
			return unpackBackup(place, join(folder, `${name}-dump`)).then(
				() => "accepted",
				(error: Error) => error.message,
			);
		};
		expect(await refusal("whole", bytes)).toBe("accepted");
		for (const at of [20, Math.floor(bytes.length / 2), bytes.length - 1]) {
			const flipped = Buffer.from(bytes);
			flipped[at] = (flipped[at] ?? 0) ^ 1;
			expect(await refusal(`flipped-${at}`, flipped)).toContain("damaged");
		}
		expect(await refusal("cut", bytes.subarray(0, bytes.length - 100))).toContain("damaged");
		const firstLine = bytes.indexOf("\n") + 1;
		expect(await refusal("shorter", bytes.subarray(0, firstLine + 5))).toContain("cut short");
		expect(await refusal("empty", "")).toContain("not a Termtime backup");
		expect(await refusal("foreign", "name,email\n")).toContain("not a Termtime backup");
	});

	it("puts nothing in place from a damaged backup", async () => {
		const file = join(folder, "whole.backup");
		await command("backup", own.url, file);
		await truncate(file, 3000);
		const target = join(folder, "target.db");
		const outcome = await command("restore", `file:${target}`, file);
		expect(outcome).toMatchObject({ code: 1 });
		expect(outcome.said).toContain("damaged");
		expect(existsSync(target)).toBe(false);
	});

	it("never overwrites silently, and keeps what it replaces", async () => {
		const file = join(folder, "whole.backup");
		await command("backup", own.url, file);
		expect(await command("backup", own.url, file)).toMatchObject({ code: 1 });

		const place = join(folder, "termtime.db");
		await copyFile(own.url.replace("file:", ""), place);
		const silent = await command("restore", `file:${place}`, file);
		expect(silent).toMatchObject({ code: 1 });
		expect(silent.said).toContain("add --replace");

		const holder = openDatabase(`file:${place}`);
		await holder.ping();
		const inUse = await command("restore", `file:${place}`, file, "--replace");
		expect(inUse).toMatchObject({ code: 1 });
		expect(inUse.said).toContain("in use");
		await holder.close();

		const asked = await command("restore", `file:${place}`, file, "--replace");
		expect(asked).toMatchObject({ code: 0 });
		expect(asked.said).toMatch(/kept as .*termtime\.db\.before-restore-/);
	});

	it("says what is missing", async () => {
		const nowhere = join(folder, "no-such-file");
		const backedUp = await command("backup", `file:${nowhere}`, join(folder, "x"));
		expect(backedUp.said).toContain("There is no database");
		expect((await command("restore", own.url)).said).toContain("Usage:");
	});
});

// why skipped without them: a user of SQLite needs nothing but Node, and pg_dump refuses servers
// newer than itself, such as the one that the other tests bring.
describe.skipIf(!postgresFolder)("backup and restore by PostgreSQL's own programs", () => {
	let server: TestPostgres;
	beforeAll(async () => {
		server = await startInstalled(postgresFolder ?? "");
	});
	afterAll(() => server.stop());

	it("takes a consistent copy while others write, restores it elsewhere, and never over anything unasked", async () => {
		const url = await createDatabase(server.url, "busy");
		await applyMigrations(url);
		const file = join(folder, "made-while-booking.backup");
		const stop = bookingAllTheTime(url);
		const made = await command("backup", url, file);
		const booked = await stop();
		expect(made).toMatchObject({ code: 0 });
		expect(booked).toBeGreaterThan(0);

		const fresh = await createDatabase(server.url, "fresh");
		const restored = await command("restore", fresh, file);
		expect(restored.said).toContain("ok    Facilitators in two places");
		expect(restored).toMatchObject({ code: 0 });
		expect(await sessionsIn(fresh)).toBeLessThanOrEqual(booked);

		const silent = await command("restore", url, file);
		expect(silent).toMatchObject({ code: 1 });
		expect(silent.said).toContain("add --replace");
		expect(await sessionsIn(url)).toBe(booked);
		const asked = await command("restore", url, file, "--replace");
		expect(asked).toMatchObject({ code: 0 });
		expect(await sessionsIn(url)).toBe(await sessionsIn(fresh));

		await truncate(file, 3000);
		const damaged = await command("restore", fresh, file, "--replace");
		expect(damaged).toMatchObject({ code: 1 });
		expect(damaged.said).toContain("damaged");
	});
});
