import type { Deployment } from "#app/commands/command-context.ts";
import type { Database } from "#app/data/database.ts";
import { insideTransaction } from "#app/data/inside-transaction.ts";
import { rebuildKeptReach } from "#app/data/keep-reach.ts";
import { setReportReader } from "#app/data/reports.ts";
import { readSettings, writeSettings } from "#app/data/settings.ts";
import { addDays, localDateOf } from "#app/domain/time.ts";
import { writeAccounts } from "./seed/accounts.ts";
import { actOut } from "./seed/act-out.ts";
import { bringInOldSheets } from "./seed/imports.ts";
import { writePeopleTime } from "./seed/people-time.ts";
import { planDemo } from "./seed/plan-demo.ts";
import { letThePostRun } from "./seed/post.ts";
import { markPriorities } from "./seed/priorities.ts";
import { publishDemo } from "./seed/publish.ts";
import { ENTERED, writeRegister } from "./seed/register.ts";
import { writeRequests } from "./seed/requests.ts";
import { writeSchoolTime } from "./seed/school-time.ts";
import { letSchoolsSpeak } from "./seed/schools-say.ts";
import { writeSuccession } from "./seed/succession.ts";
import { setTargets } from "./seed/targets.ts";
import type { DemoWorld } from "./seed/world.ts";
import { isPlain, writeInBulk } from "./seed/write-in-bulk.ts";

/** In milliseconds: it takes some seconds, and on a slow machine it must still end. */
const PATIENCE = 600_000;

export type SeedOutcome = { ok: true } | { ok: false; reason: "already_demo" | "not_empty" };

/**
 * Fills an empty database with the demo: fictional schools in Essex's real districts, everything
 * delivered there since 2024, and a busy term from today on. All of it or nothing.
 * @param now only its local date matters: seeded again on the same day, the content is the same
 */
export async function seedDemo(
	database: Database,
	{ now, deployment }: { now: Date; deployment: Deployment },
): Promise<SeedOutcome> {
	const { client } = database;
	if ((await readSettings(client)).demo) return { ok: false, reason: "already_demo" };
	const [sessions, users] = [await client.session.count(), await client.user.count()];
	if (sessions + users > 0) return { ok: false, reason: "not_empty" };
	await database.transaction(async (tx) => {
		await writeSettings(tx, { partnership: "Essex Joint Education Partnership", demo: true });
		const settings = await readSettings(tx);
		const register = await writeRegister(tx);
		await writeSuccession(tx, register);
		const accounts = await writeAccounts(tx, register, ENTERED);
		const world: DemoWorld = {
			register,
			deployment,
			settings,
			coordinator: accounts.coordinator,
			facilitator: (spec) => {
				const { id, name, email } = register.person(spec);
				return email === "facilitator@termtime.test" ? accounts.facilitator : { userId: id, name };
			},
		};
		const plan = planDemo(localDateOf(now, settings.zone));
		await writeInBulk(tx, world, plan.filter(isPlain));
		const others = plan.filter((session) => !isPlain(session));
		await rebuildKeptReach(tx);
		const inside = insideTransaction(tx, database.engine);
		const acted = await actOut(inside, world, others);
		const today = localDateOf(now, settings.zone);
		await publishDemo(inside, world, today);
		await setTargets(inside, world, today);
		await setReportReader(tx, accounts.manager.userId, ENTERED);
		await markPriorities(inside, world);
		await bringInOldSheets(inside, world, today);
		await letThePostRun(tx, world, acted);
		await writeRequests(tx, world, today);
		await letSchoolsSpeak(tx, world, today);
		// why last: what was booked before is not weighed by it.
		const lately = new Date(`${addDays(today, -3)}T10:00:00Z`);
		const { coordinator: actor } = world;
		const entering = { database: inside, deployment, settings, now: lately, actor };
		await writeSchoolTime(entering, world, today);
		await writePeopleTime(entering, world, plan, today);
	}, PATIENCE);
	return { ok: true };
}
