import { expect, it } from "vitest";
import { type Database, openDatabase } from "#app/data/database.ts";
import { insideTransaction } from "#app/data/inside-transaction.ts";
import { actOut } from "#prisma/seed/act-out.ts";
import { Diary } from "#prisma/seed/diary.ts";
import type { PlannedSession } from "#prisma/seed/plan.ts";
import { planYear } from "#prisma/seed/plan-history.ts";
import { writeRegister } from "#prisma/seed/register.ts";
import type { DemoWorld } from "#prisma/seed/world.ts";
import { writeInBulk } from "#prisma/seed/write-in-bulk.ts";
import { describeOnBothEngines, ownDatabase, testContext } from "#tests/setup/databases.ts";
import { sessionContent } from "#tests/setup/session-content.ts";

/** Some of each ending, some still open; contacts answer by no command. */
function aSample(): PlannedSession[] {
	const all = planYear(2024, "2025-01-01", new Diary()).map((one) => ({ ...one, answer: null }));
	const ended = (suits: (session: PlannedSession) => boolean) => all.filter(suits).slice(0, 6);
	const reported = (outcome: string) => (session: PlannedSession) =>
		session.ending?.kind === "closed out" && session.ending.closeOut.outcome === outcome;
	return [
		...ended(reported("delivered")),
		...ended(reported("not_delivered")),
		...ended(({ ending }) => ending?.kind === "cancelled"),
		...all.filter(({ overrides }) => overrides.length > 0).slice(-3),
		...all.slice(40, 42).map((one) => ({ ...one, ending: null })),
		...all.slice(42, 44).map((one) => ({ ...one, ending: null, provisional: true })),
	].sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime());
}

async function filled(
	database: Database,
	fill: (
		tx: Parameters<Parameters<Database["transaction"]>[0]>[0],
		world: DemoWorld,
	) => Promise<unknown>,
) {
	const { deployment, settings, actor: coordinator } = testContext(database);
	await database.transaction(async (tx) => {
		const register = await writeRegister(tx);
		const facilitator: DemoWorld["facilitator"] = (spec) => ({
			userId: register.person(spec).id,
			name: spec.name,
		});
		await fill(tx, { register, deployment, settings, coordinator, facilitator });
	}, 120_000);
	const content = await sessionContent(database);
	const counters = await database.client.referenceCounter.findMany({
		orderBy: [{ prefix: "asc" }, { year: "asc" }],
	});
	return { content, counters };
}

describeOnBothEngines("demo sessions written in bulk", (world) => {
	it("are what the commands would have written, to the last message", async () => {
		const sample = aSample();
		const other = await ownDatabase(world.engine);
		const byCommands = openDatabase(other.url);
		try {
			const bulk = await filled(world.database, (tx, demo) => writeInBulk(tx, demo, sample));
			const acted = await filled(byCommands, (tx, demo) =>
				actOut(insideTransaction(tx, byCommands.engine), demo, sample),
			);
			expect(bulk.content).toHaveLength(sample.length);
			expect(bulk).toEqual(acted);
		} finally {
			await byCommands.close();
			await other.remove();
		}
	});
});
