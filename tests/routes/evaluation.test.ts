import { afterAll, beforeAll, expect, it } from "vitest";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("evaluation and follow-ups", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let coordinator: Visitor;
	let facilitator: Visitor;
	let stranger: Visitor;
	let hour = 0;
	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		coordinator = await site.signedIn("coordinator");
		const [{ id: personId }, { id: other }] = team.facilitators;
		facilitator = await site.as(await site.user("facilitator", { personId }));
		stranger = await site.as(await site.user("facilitator", { personId: other }));
	});
	afterAll(() => site.close());

	/** A delivered session of November 2026 with so many young people passed on by kind. */
	async function delivered(youngPeople: number, followUps: Record<string, number> = {}) {
		hour += 1;
		const startsAt = new Date(Date.parse("2026-11-02T09:00:00Z") + hour * 3_600_000);
		const session = await aSession(world.database, team, { startsAt });
		const record = closeOut.parse({
			...{ outcome: "delivered", headcounts: [{ yearGroup: "Y8", youngPeople }] },
			...{ adults: 1, counted: "counted" },
			followUps: Object.entries(followUps).map(([kind, count]) => ({ kind, count })),
		});
		const outcome = await closeOutSession(world.context(), session, record);
		if (!outcome.ok) throw new Error(outcome.reason);
		return session;
	}

	const at = ({ reference }: SessionRecord) => `/sessions/${reference}/evaluation`;
	const versions = () =>
		world.database.client.evaluationQuestionVersion.findMany({
			orderBy: [{ createdAt: "asc" }, { version: "asc" }],
		});
	const period = "from=2026-11-01&to=2026-11-30";
	/** The lines of a CSV file without its mark. */
	const lines = async (path: string) =>
		(await coordinator.get(path)).text.replace("\uFEFF", "").trim().split("\n");

	it("asks in versioned words, and answers stay with those they were given to", async () => {
		const list = "/evaluation/questions";
		const form = {
			asks: "pupils",
			about: `theme:${team.theme.id}`,
			better: "disagree",
			position: "",
		};
		const wrong = await coordinator.post(`${list}/new`, { ...form, about: "theme:none-such" });
		expect([wrong.status, messageAt(wrong, "text")]).toEqual([422, "Enter the statement"]);
		const text = "Carrying a knife makes me feel safer";
		const unknown = await coordinator.post(`${list}/new`, {
			...form,
			text,
			about: "theme:none-such",
		});
		expect([unknown.status, unknown.errors()[0]?.field]).toEqual([422, "about"]);
		expect(await versions()).toEqual([]);
		expect((await coordinator.post(`${list}/new`, { ...form, text })).status).toBe(303);
		expect((await facilitator.get(`${list}/new`)).status).toBe(403);

		const session = await delivered(28);
		const [first] = await versions();
		const boxes = {
			[`before.${first?.id}.agree`]: "12",
			[`before.${first?.id}.disagree`]: "8",
			[`after.${first?.id}.disagree`]: "15",
			[`after.${first?.id}.unsure`]: "5",
		};
		expect((await stranger.post(at(session), boxes)).status).toBe(403);
		const bad = await facilitator.post(at(session), {
			...boxes,
			[`after.${first?.id}.agree`]: "x",
		});
		expect([bad.status, bad.errors().length]).toEqual([422, 1]);
		expect(await world.database.client.evaluationTotal.count()).toBe(0);
		expect((await facilitator.post(at(session), boxes)).status).toBe(303);

		const question = await world.database.client.evaluationQuestion.findFirstOrThrow();
		const edit = { text: "A knife makes me safer", better: "disagree", position: "3" };
		expect((await coordinator.post(`${list}/${question.id}`, edit)).status).toBe(303);
		const wordings = (await versions()).map((one) => [one.version, one.text]);
		expect(wordings).toEqual([
			[1, text],
			[2, edit.text],
		]);
		const renamed = world.database.client.evaluationQuestionVersion.updateMany({
			data: { text: "Something else" },
		});
		await expect(renamed).rejects.toThrow();
		// A form that was open meanwhile answers words that are not asked any more.
		const late = await coordinator.post(at(await delivered(12)), boxes);
		expect(late.status).toBe(409);
		expect(wordsOf(late)).toContain("The questions were changed while you were at it");
		// The session goes on showing the words that its group was asked; a new one the new words.
		expect(wordsOf(await facilitator.get(at(session)))).toContain(text);
		expect(wordsOf(await facilitator.get(at(await delivered(20))))).toContain(edit.text);

		const report = wordsOf(await coordinator.get(`/evaluation?${period}`));
		expect(report).toContain("“Disagree” is the better answer. From 40% to 75%");
		expect(report).toContain("As it was asked before (wording 1)");
		expect(await lines(`/evaluation.csv?${period}`)).toEqual([
			"asked,about,statement,wording,better,moment,answers,agree,unsure,disagree,percent_better",
			`pupils,${team.theme.name},${text},1,disagree,before,20,12,0,8,40`,
			`pupils,${team.theme.name},${text},1,disagree,after,20,0,5,15,75`,
		]);
	});

	it("gives no percentage of fewer than ten, and warns of more answers than people", async () => {
		const session = await delivered(8);
		const newest = (await versions()).at(-1)?.id;
		const boxes = { [`before.${newest}.agree`]: "4", [`after.${newest}.disagree`]: "9" };
		const { location } = await coordinator.post(at(session), boxes);
		const page = wordsOf(await coordinator.get(location ?? ""));
		expect(page).toContain("9 answers to one statement, and 8 young people");
		expect(page).toContain("9 answers to one statement, but 8 young people came");
		expect(page).toContain("Fewer than ten answers before and after");
		expect(page).not.toContain("%");
		const csv = await lines(`/evaluation.csv?${period}`);
		expect(csv.filter((line) => line.includes(",2,disagree,"))).toEqual([
			`pupils,${team.theme.name},A knife makes me safer,2,disagree,before,4,4,0,0,`,
			`pupils,${team.theme.name},A knife makes me safer,2,disagree,after,9,0,0,9,`,
		]);
		const soon = await aSession(world.database, team, {});
		expect((await coordinator.post(at(soon), boxes)).status).toBe(409);
	});

	it("shows the team true follow-ups, and shares none of 1 to 4", async () => {
		await delivered(30, { drugs: 3, housing: 12 });
		await delivered(30, { housing: 5, alcohol: 2 });
		const own = await coordinator.get(`/follow-ups?${period}&kind=housing`);
		const words = wordsOf(own);
		expect(words).toContain(
			"This page shows all 22 young people. When shared, 2 kinds with 5 together",
		);
		expect(words).toContain("the other kinds add up to 17");
		expect(words).toContain("“between 19 and 25”");
		expect(words).toContain("Sessions behind “Housing”");
		const shared = wordsOf(await coordinator.get(`/follow-ups?${period}&view=shared`));
		expect(shared).toContain("Drugsfewer than 5");
		expect(shared).toContain("All kindsbetween 19 and 25");
		expect(shared).not.toContain("22");
		const csv = await lines(`/follow-ups.csv?${period}`);
		expect(csv.slice(0, 5)).toEqual([
			"kind,young_people",
			"drugs,fewer than 5",
			"alcohol,fewer than 5",
			"mental_health,0",
			"housing,17",
		]);
		expect((await facilitator.get(`/follow-ups.csv?${period}`)).status).toBe(403);
	});

	it.each([
		"from=2026-12-01&to=2026-11-01",
		"from=2026-02-30&to=2026-11-01",
		"theme=none-such",
		"status=cancelled",
		"colour=red",
		`theme=${"x".repeat(10_000)}`,
	])("refuses to report on %s, saying why", async (query) => {
		for (const page of ["/evaluation", "/follow-ups"]) {
			const answer = await coordinator.get(`${page}?${query}`);
			expect([answer.status, answer.errors().length > 0]).toEqual([422, true]);
			expect((await coordinator.get(`${page}.csv?${query}`)).status).toBe(422);
		}
	});
});
