import { afterAll, beforeAll, expect, it } from "vitest";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { readCloseOuts } from "#app/data/close-outs.ts";
import { findSession } from "#app/data/sessions.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

let hour = 0;

describeOnBothEngines("correcting a close-out on its page", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	const recorded = {
		outcome: "delivered",
		headcounts: [{ yearGroup: "Y9", youngPeople: 28 }],
		adults: 2,
		counted: "estimated",
		followUps: [{ kind: "drugs", count: 3 }],
		note: "Lively",
	};
	const filledIn = {
		version: 2,
		outcome: "delivered",
		"headcounts.Y9": "28",
		adults: "2",
		counted: "estimated",
		"followUps.drugs": "3",
		note: "Lively",
		correctionReason: "The register says so",
	};

	async function aClosedOutSession(): Promise<{ reference: string; path: string; id: string }> {
		hour += 1;
		const startsAt = new Date(Date.parse("2026-11-01T09:00:00Z") + hour * 3_600_000);
		const { reference, id } = await aSession(world.database, team, { startsAt });
		const target = { reference, version: 1 };
		const outcome = await closeOutSession(world.context(), target, closeOut.parse(recorded));
		if (!outcome.ok) throw new Error(outcome.reason);
		return { reference, id, path: `/sessions/${reference}/correct` };
	}

	it("starts from what is on record", async () => {
		const { path } = await aClosedOutSession();
		const page = await coordinator.get(path);
		expect(held(page, "outcome")).toEqual(["delivered"]);
		expect(held(page, "headcounts.Y9")).toBe("28");
		expect(held(page, "adults")).toBe("2");
		expect(held(page, "counted")).toEqual(["estimated"]);
		expect(held(page, "followUps.drugs")).toBe("3");
		expect(held(page, "note")).toBe("Lively");
	});

	it("keeps every version with who, when and why, and moves reach", async () => {
		const { path, reference, id } = await aClosedOutSession();
		const answer = await coordinator.post(path, { ...filledIn, "headcounts.Y9": "26" });
		expect([answer.status, answer.location]).toEqual([303, `/sessions/${reference}`]);
		const shown = wordsOf(await coordinator.get(`/sessions/${reference}`));
		expect(shown).toMatch(/Corrected: 26 young people\. Reach this year is now [\d,]+\./);
		const all = await readCloseOuts(world.database.client, id);
		expect(
			all.map(({ revision, current, youngPeople }) => [revision, current, youngPeople]),
		).toEqual([
			[2, true, 26],
			[1, false, 28],
		]);
		const rows = rowsOf(await coordinator.get(path));
		expect(rows.map(([what, , , why]) => [what, why])).toEqual([
			["26 young people, 2 adults (estimated)Year 9: 26", "The register says so"],
			["28 young people, 2 adults (estimated)Year 9: 28", ""],
		]);
		const history = wordsOf(await coordinator.get(`/sessions/${reference}/history`));
		expect(history).toContain("Young people: from 28 → to 26");
	});

	it("turns delivered into not delivered, which is no reach, and back", async () => {
		const { path, reference } = await aClosedOutSession();
		const form = { outcome: "not_delivered", reason: "nobody_there", correctionReason: "Mixed up" };
		expect((await coordinator.post(path, { version: 2, ...form })).status).toBe(303);
		const gone = await findSession(world.database.client, reference);
		expect(gone).toMatchObject({ status: "not_delivered", closeOut: { youngPeople: 0 } });
		expect((await coordinator.post(path, { ...filledIn, version: 3 })).status).toBe(303);
		const back = await findSession(world.database.client, reference);
		expect(back).toMatchObject({ status: "delivered", closeOut: { youngPeople: 28, revision: 3 } });
	});

	it.each([
		[{ correctionReason: " " }, "correctionReason", "Enter a reason for the correction"],
		[
			{ correctionReason: "x".repeat(501) },
			"correctionReason",
			"Shorten a reason for the correction to 500 characters or fewer",
		],
		[{ "headcounts.Y9": "-3" }, "headcounts-Y9", "Enter the number of young people as 0 or more"],
		[{ outcome: "not_delivered" }, "reason", "Choose why the session did not happen"],
		[{}, "", "Change what is wrong in the record, or leave it as it is"],
	])("%# says what to mend and writes nothing", async (changed, field, message) => {
		const { path, id } = await aClosedOutSession();
		const answer = await coordinator.post(path, { ...filledIn, ...changed });
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([{ field, message }]);
		expect(await readCloseOuts(world.database.client, id)).toHaveLength(1);
	});

	it("tells whoever comes second what the first one changed", async () => {
		const { path, id } = await aClosedOutSession();
		await coordinator.post(path, { ...filledIn, "headcounts.Y9": "26" });
		const second = await coordinator.post(path, { ...filledIn, "headcounts.Y9": "25" });
		expect(second.status).toBe(409);
		expect(wordsOf(second)).toContain("Reason: The register says so");
		expect(held(second, "headcounts.Y9")).toBe("25");
		expect(held(second, "version")).toBe("3");
		expect(await readCloseOuts(world.database.client, id)).toHaveLength(2);
	});

	it("is for the office alone, and needs a record", async () => {
		const { path } = await aClosedOutSession();
		const [{ id: personId }] = team.facilitators;
		const deliverer = await site.as(await site.user("facilitator", { personId }));
		for (const visitor of [deliverer, await site.signedIn("manager")]) {
			expect((await visitor.get(path)).status).toBe(403);
			expect((await visitor.post(path, filledIn)).status).toBe(403);
		}
		const open = await aSession(world.database, team);
		const openPath = `/sessions/${open.reference}/correct`;
		expect(wordsOf(await coordinator.get(openPath))).toContain("Nothing is recorded");
		expect((await coordinator.post(openPath, { ...filledIn, version: 1 })).status).toBe(409);
	});
});
