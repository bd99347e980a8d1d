import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { CommandContext } from "#app/commands/command-context.ts";
import { type Database, openDatabase } from "#app/data/database.ts";
import type { Engine } from "#app/data/engine.ts";
import { defaultSettings } from "#app/data/settings.ts";
import { createDatabase, dropDatabase } from "./postgres.ts";

export const engines = ["sqlite", "postgresql"] as const satisfies readonly Engine[];

/** A database of one's own, migrated and empty. */
export interface OwnDatabase {
	url: string;
	/** Ends whatever is still connected and removes it. */
	remove(): Promise<void>;
}

/** @param migrated false for a database without any tables */
export async function ownDatabase(engine: Engine, migrated = true): Promise<OwnDatabase> {
	return engine === "sqlite" ? ownSqlite(migrated) : ownPostgresql(migrated);
}

async function ownSqlite(migrated: boolean): Promise<OwnDatabase> {
	const folder = await mkdtemp(join(tmpdir(), "termtime-test-"));
	const path = join(folder, "termtime.db");
	if (migrated) await copyFile(inject("sqliteTemplate"), path);
	return {
		url: `file:${path}`,
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

async function ownPostgresql(migrated: boolean): Promise<OwnDatabase> {
	const admin = inject("postgresUrl");
	const name = `termtime-test-${randomUUID()}`;
	const url = await createDatabase(admin, name, migrated ? inject("postgresTemplate") : undefined);
	return { url, remove: () => dropDatabase(admin, name) };
}

/** The moment at which tests happen unless they say otherwise: a Wednesday in term, in winter. */
export const testNow = new Date("2026-11-25T09:00:00Z");

export function testContext(
	database: Database,
	overrides: Partial<CommandContext> = {},
): CommandContext {
	return {
		database,
		deployment: {
			appUrl: "https://termtime.test",
			mailFrom: "bookings@termtime.test",
			linkKey: "a key of tests alone",
		},
		settings: defaultSettings,
		now: testNow,
		actor: { userId: "user-coordinator", name: "Carys Coordinator" },
		...overrides,
	};
}

/** What a test has of its engine. To be used inside tests and hooks, not while they are collected. */
export interface World {
	readonly engine: Engine;
	readonly url: string;
	readonly database: Database;
	context(overrides?: Partial<CommandContext>): CommandContext;
}

/**
 * Runs the same tests on both engines, each on a new database that the tests of this block share.
 * Factories make new people, venues and programmes at every call, so that tests do not meet.
 */
export function describeOnBothEngines(name: string, tests: (world: World) => void): void {
	describeOn(engines, name, tests);
}

/** For what is decided before any database is asked: another engine would only say it again. */
export function describeOnOneEngine(name: string, tests: (world: World) => void): void {
	describeOn(["sqlite"], name, tests);
}

function describeOn(which: readonly Engine[], name: string, tests: (world: World) => void): void {
	describe.each(which)(`${name} (%s)`, (engine) => {
		let own: OwnDatabase | undefined;
		let opened: Database | undefined;

		beforeAll(async () => {
			own = await ownDatabase(engine);
			opened = openDatabase(own.url);
		});
		afterAll(async () => {
			await opened?.close();
			await own?.remove();
		});

		tests({
			engine,
			get url() {
				return own?.url ?? fail();
			},
			get database() {
				return opened ?? fail();
			},
			context(overrides) {
				return testContext(opened ?? fail(), overrides);
			},
		});
	});
}

function fail(): never {
	throw new Error("The database exists only inside tests and hooks");
}
