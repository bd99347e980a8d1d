import { afterAll, beforeAll, expect, it } from "vitest";
import { moveSession } from "#app/commands/move-session.ts";
import { readCloseOuts } from "#app/data/close-outs.ts";
import { readHistory } from "#app/data/history.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { moveInput } from "#app/domain/sessions/change-input.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const HOUR = 3_600_000;
// The tests' now is Wednesday 25 November 2026, 9:00am.
let hour = 0;

describeOnBothEngines("closing out a session on its page", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let facilitator: Visitor;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		const [{ id: personId }] = team.facilitators;
		facilitator = await site.as(await site.user("facilitator", { personId }));
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	/** A confirmed session of the first facilitator that is over, each at an hour of its own. */
	async function aPastSession(overrides: Parameters<typeof aSession>[2] = {}) {
		hour += 1;
		const startsAt = new Date(Date.parse("2026-11-01T09:00:00Z") + hour * HOUR);
		return aSession(world.database, team, { startsAt, ...overrides });
	}

	async function now({ reference }: SessionRecord): Promise<SessionRecord> {
		const session = await findSession(world.database.client, reference);
		if (!session) throw new Error(`${reference} is gone`);
		return session;
	}

	const filledIn = {
		version: 1,
		outcome: "delivered",
		"headcounts.Y8": "28",
		adults: "2",
		counted: "counted",
	};
	const pathOf = ({ reference }: SessionRecord) => `/sessions/${reference}/close-out`;
	const records = ({ id }: SessionRecord) => readCloseOuts(world.database.client, id);

	it("asks a facilitator for the year groups that were booked, and says what became of reach", async () => {
		const session = await aPastSession({ yearGroups: ["Y8", "Y9"] });
		const page = await facilitator.get(pathOf(session));
		expect(page.status).toBe(200);
		expect(["Y8", "Y9"].map((group) => held(page, `headcounts.${group}`))).toEqual(["", ""]);
		expect(wordsOf(page)).toContain("No names or details of pupils");
		const answer = await facilitator.post(pathOf(session), {
			...filledIn,
			"headcounts.Y9": "1,030",
			"followUps.drugs": "2",
			"followUps.housing": "",
			note: "Good questions",
		});
		expect([answer.status, answer.location]).toEqual([303, `/sessions/${session.reference}`]);
		const after = await now(session);
		expect(after).toMatchObject({ status: "delivered", version: 2 });
		expect(after.closeOut).toMatchObject({ youngPeople: 1058, adults: 2, counted: "counted" });
		expect(after.closeOut?.followUps).toMatchObject([{ kind: "drugs", count: 2 }]);
		const shown = wordsOf(await facilitator.get(answer.location ?? ""));
		expect(shown).toContain("Recorded: 1,058 young people. Reach this year is now 1,058.");
		const another = await aPastSession();
		await facilitator.post(pathOf(another), filledIn);
		const next = wordsOf(await facilitator.get(`/sessions/${another.reference}`));
		expect(next).toContain("Recorded: 28 young people. Reach this year is now 1,086.");
	});

	it.each([
		[{ "headcounts.Y8": "-1" }, "headcounts-Y8", "Enter the number of young people as 0 or more"],
		[
			{ "headcounts.Y8": "2001" },
			"headcounts-Y8",
			"Enter the number of young people as 2,000 or fewer",
		],
		[
			{ "headcounts.Y8": "some" },
			"headcounts-Y8",
			"Enter the number of young people as a whole number, like 28",
		],
		[{ "headcounts.Y8": "" }, "headcounts-Y8", "Enter the number of young people"],
		[{ "headcounts.Y8": ["20", "8"] }, "headcounts-Y8", "Enter the number of young people"],
		[
			{ "headcounts.Y8": "0", adults: "0" },
			"headcounts-Y8",
			"Enter at least 1 young person or adult, or record the session as not delivered",
		],
		[
			{ "headcounts.Y8": "2000", "headcounts.Y9": "1" },
			"headcounts-Y8",
			"Check the numbers: enter 2,000 young people or fewer in total",
		],
		[{ "headcounts.Y99": "1" }, "headcounts-Y99", "Y99: Choose a year group"],
		[
			{ "headcounts.Y9": "x" },
			"headcounts-Y9",
			"Year 9: Enter the number of young people as a whole number, like 28",
		],
		[{ adults: "" }, "adults", "Enter the number of adults"],
		[{ adults: ["1", "2"] }, "adults", "Enter the number of adults"],
		[{ counted: "guessed" }, "counted", "Choose whether the numbers are counted or estimated"],
		[{ outcome: "" }, "outcome", "Choose whether the session happened"],
		[{ outcome: ["delivered", "not_delivered"] }, "outcome", "Choose whether the session happened"],
		[{ "followUps.drugs": "-2" }, "followUps-drugs", "Enter the number of follow-ups as 0 or more"],
		[{ "followUps.dentist": "2" }, "followUps-dentist", "Choose a kind of follow-up"],
		[{ note: "x".repeat(10_000) }, "note", "Shorten the note to 1,000 characters or fewer"],
		[{ outcome: "not_delivered", reason: "" }, "reason", "Choose why the session did not happen"],
		[
			{ outcome: "not_delivered", reason: "other", note: "\0" },
			"note",
			"Enter a note saying why the session did not happen",
		],
	])(
		"%# says what to mend, keeps the answers, and writes nothing",
		async (changed, field, message) => {
			const session = await aPastSession();
			const answer = await facilitator.post(pathOf(session), {
				...filledIn,
				note: "Kept",
				...changed,
			});
			expect(answer.status).toBe(422);
			expect(answer.errors()).toEqual([{ field, message }]);
			if (!("note" in changed)) expect(held(answer, "note")).toBe("Kept");
			if (!("adults" in changed)) expect(held(answer, "adults")).toBe("2");
			expect(await now(session)).toMatchObject({ status: "confirmed", version: 1 });
			expect(await records(session)).toEqual([]);
		},
	);

	it("puts each message beside its field, and takes what no form would send without falling over", async () => {
		const session = await aPastSession();
		const empty = await facilitator.post(pathOf(session));
		expect(empty.status).toBe(422);
		expect(messageAt(empty, "outcome")).toBe("Choose whether the session happened");
		const oddities: Record<string, string | string[]>[] = [
			{ ...filledIn, version: "" },
			{ ...filledIn, version: "99999999999999999999" },
			{ ...filledIn, version: ["1", "1"] },
			{ ...filledIn, __proto__: "x", "headcounts.__proto__": "5" },
			{ ...filledIn, "headcounts.Y8": "\0" },
			{ ...filledIn, "headcounts.": "5" },
		] as never;
		for (const form of oddities) {
			const { status } = await facilitator.post(pathOf(session), form);
			expect([409, 422]).toContain(status);
		}
		expect(await records(session)).toEqual([]);
	});

	it("gives another year group a box without recording anything, and forgets one left empty", async () => {
		const session = await aPastSession();
		const added = await facilitator.post(pathOf(session), {
			...filledIn,
			"headcounts.Y8": "2x",
			addYearGroup: "Y10",
			intent: "add-year-group",
		});
		expect([added.status, added.errors()]).toEqual([200, []]);
		expect(held(added, "headcounts.Y8")).toBe("2x");
		expect(held(added, "headcounts.Y10")).toBe("");
		expect(await records(session)).toEqual([]);
		await facilitator.post(pathOf(session), { ...filledIn, "headcounts.Y10": "" });
		expect((await now(session)).closeOut?.headcounts).toMatchObject([{ yearGroup: "Y8" }]);
	});

	it("records that it did not happen, and why: reach stays as it is", async () => {
		const session = await aPastSession();
		const answer = await facilitator.post(pathOf(session), {
			version: 1,
			outcome: "not_delivered",
			reason: "school_closed",
			"headcounts.Y8": "28",
		});
		expect(answer.status).toBe(303);
		expect(await now(session)).toMatchObject({
			status: "not_delivered",
			endReason: "school_closed",
		});
		expect((await records(session))[0]).toMatchObject({
			youngPeople: 0,
			adults: 0,
			headcounts: [],
		});
		const shown = wordsOf(await facilitator.get(answer.location ?? ""));
		expect(shown).toContain("Recorded: the session did not happen. Reach this year is now ");
	});

	it("is closed before the start, to the provisional and to the cancelled", async () => {
		const ahead = await aSession(world.database, team, {
			startsAt: new Date("2026-11-25T09:01:00Z"),
		});
		expect(wordsOf(await facilitator.get(pathOf(ahead)))).toContain(
			"This session is still to come",
		);
		const provisional = await aPastSession({ status: "provisional" });
		expect(wordsOf(await coordinator.get(pathOf(provisional)))).toContain("Confirm it first");
		const cancelled = await aPastSession({
			status: "cancelled",
			cancelledBy: "us",
			endReason: "Snow",
		});
		expect(wordsOf(await coordinator.get(pathOf(cancelled)))).toContain("nothing to record");
		for (const session of [ahead, provisional, cancelled]) {
			const answer = await coordinator.post(pathOf(session), filledIn);
			expect(answer.status).toBe(409);
			expect(answer.errors()).toHaveLength(1);
			expect(await now(session)).toMatchObject({ status: session.status, version: 1 });
			expect(await records(session)).toEqual([]);
		}
	});

	it("is for those who deliver it and the office, and for nobody else", async () => {
		const session = await aPastSession();
		const [, { id: personId }] = team.facilitators;
		const others = [
			await site.as(await site.user("facilitator", { personId })),
			await site.signedIn("facilitator"),
			await site.signedIn("manager"),
		];
		for (const other of others) {
			expect((await other.get(pathOf(session))).status).toBe(403);
			expect((await other.post(pathOf(session), filledIn)).status).toBe(403);
		}
		expect(await records(session)).toEqual([]);
		const administrator = await site.signedIn("administrator");
		expect((await administrator.post(pathOf(session), filledIn)).status).toBe(303);
		expect((await coordinator.get("/sessions/JET-1999-0001/close-out")).status).toBe(404);
		expect((await coordinator.get("/sessions/none/close-out")).status).toBe(404);
	});

	it("is recorded once when two send it at once: the other is told, with their answers kept", async () => {
		const session = await aPastSession();
		const answers = await Promise.all([
			facilitator.post(pathOf(session), filledIn),
			coordinator.post(pathOf(session), { ...filledIn, "headcounts.Y8": "30" }),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
		expect(await records(session)).toHaveLength(1);
		const refused = answers.find(({ status }) => status === 409);
		if (!refused) throw new Error("Nobody was refused");
		expect(refused.errors()[0]?.message).toMatch(/changed this session while you were at it/);
		expect(wordsOf(refused)).toContain("What happened is already recorded by");
	});

	it("takes a second tap on the button for the first", async () => {
		const session = await aPastSession();
		const answers = await Promise.all([
			facilitator.post(pathOf(session), filledIn),
			facilitator.post(pathOf(session), filledIn),
		]);
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);
		expect(await records(session)).toHaveLength(1);
	});

	it("tells what changed meanwhile, and records the same form when it is sent again", async () => {
		const session = await aPastSession();
		const input = moveInput.parse({
			startsAt: "2026-10-30T13:00",
			endsAt: "2026-10-30T14:00",
			why: "Really on Friday",
		});
		const target = { reference: session.reference, version: 1 };
		const moved = await moveSession(world.context(), target, input, { needReasons: false });
		expect(moved.ok).toBe(true);
		const stale = await facilitator.post(pathOf(session), filledIn);
		expect(stale.status).toBe(409);
		expect(wordsOf(stale)).toContain("Reason: Really on Friday");
		expect(held(stale, "headcounts.Y8")).toBe("28");
		expect(held(stale, "version")).toBe("2");
		const again = await facilitator.post(pathOf(session), { ...filledIn, version: 2 });
		expect(again.status).toBe(303);
		expect((await now(session)).closeOut?.youngPeople).toBe(28);
	});

	it("leaves its entry in the history", async () => {
		const session = await aPastSession();
		await facilitator.post(pathOf(session), filledIn);
		const [entry] = await readHistory(world.database.client, "session", session.id);
		expect(entry).toMatchObject({
			what: "Closed out: delivered",
			actorName: expect.stringMatching(/^Uma/),
		});
	});
});
