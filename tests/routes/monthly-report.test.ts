import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseReport } from "#app/commands/choose-report.ts";
import { createTarget } from "#app/commands/create-target.ts";
import { oweMonthlyReports } from "#app/commands/owe-monthly-reports.ts";
import { openDatabase } from "#app/data/database.ts";
import { openMail } from "#app/gateways/mail.ts";
import { startReportWorker } from "#app/workers/report-worker.ts";
import { sendDue } from "#app/workers/send-due.ts";
import { mailOffice } from "#app/workers/send-due-messages.ts";
import {
	aDeliveredSession,
	insertRegister,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { wordsOf } from "#tests/setup/form-page.ts";
import { startMailServer } from "#tests/setup/mail-server.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

/** October 2026: 50 young people in 2 sessions; 7 the October before; 40 more in November. */
const sessions = [
	aDeliveredSession({ heads: [["Y8", 30]] }),
	aDeliveredSession({ localDate: "2026-10-06", heads: [["Y8", 20]] }),
	aDeliveredSession({ localDate: "2026-09-30", programme: 2, heads: [["Y9", 15]] }),
	aDeliveredSession({ localDate: "2026-11-02", heads: [["Y8", 40]] }),
	aDeliveredSession({ localDate: "2025-10-01", heads: [["Y8", 7]] }),
	aDeliveredSession({ localDate: "2026-11-10", status: "confirmed" }),
];
const first = new Date("2026-12-01T07:00:00Z");

describeOnBothEngines("the monthly report", (world) => {
	let site: Site;
	let browser: Visitor;
	beforeAll(async () => {
		await insertRegister(world.database);
		await replaceSessions(world.database, sessions);
		site = await openSite(world.database);
		const outcome = await createTarget(world.context(), {
			...{ team: null, theme: null, measure: "young_people", goal: 1000 },
			...{ from: "2026-09-01", to: "2027-08-31" },
		});
		if (!outcome.ok) throw new Error(outcome.reason);
	});
	afterAll(() => site.close());

	const reports = () =>
		world.database.client.outboxMessage.findMany({
			where: { why: "report" },
			orderBy: { id: "asc" },
		});
	const pass = (now: Date, database = world.database) =>
		oweMonthlyReports({ ...world.context({ now }), database });

	it("is shown before it is sent, and asked for by those who may have it", async () => {
		const manager = await site.user("manager", { name: "Mona Reader", email: "mona@team.test" });
		browser = await site.as(manager);
		const page = await browser.get("/reach/report");
		const words = wordsOf(page);
		for (const told of [
			"Reach in October 2026: 2 sessions, 50 young people",
			"2 sessions, 50 young people (43 young people more than in the same time a year before)",
			"3 sessions, 65 young people (58 young people more than in the same time a year before)",
			"Between 1 September 2026 and 31 October 2026 the Joint Education Partnership delivered 1 session on gangs and county lines, reaching 15 young people, and 2 sessions on knife crime, reaching 50 young people.",
			"1 session is over and not recorded yet, and in no figure",
			"Young people, all themes, all teams, Academic year 2026 to 2027: 65 of 1,000, behind. 6% of the target with 16% of the time gone; at this pace 388 by 31 August 2027.",
			"Nobody has asked for it yet.",
		]) {
			expect(words).toContain(told);
		}
		expect((await browser.post("/reach/report", { intent: "ask" })).status).toBe(303);
		expect((await browser.post("/reach/report", { intent: "ask" })).status).toBe(303);
		expect(wordsOf(await browser.get("/reach/report"))).toContain("It goes to Mona Reader");
		expect(wordsOf(await browser.get("/account"))).toContain("Sent to you each month");
		expect((await browser.post("/reach/report", { intent: "dance" })).status).toBe(400);
	});

	it("is not sent for months before it was asked for", async () => {
		expect(await pass(testNow)).toBe(0);
		expect(await pass(new Date("2026-12-01T06:59:59Z"))).toBe(0);
		expect(await reports()).toEqual([]);
	});

	it("is owed with its mail or not at all: what fails half way is done again", async () => {
		const { client } = world.database;
		const refuse =
			world.engine === "sqlite"
				? [
						`CREATE TRIGGER "no_reports" BEFORE INSERT ON "OutboxMessage" WHEN NEW."why" = 'report'
						BEGIN SELECT RAISE(ABORT, 'no_reports'); END`,
					]
				: [
						`CREATE FUNCTION "no_reports"() RETURNS trigger LANGUAGE plpgsql AS
						$$ BEGIN RAISE EXCEPTION 'no_reports'; END $$`,
						`CREATE TRIGGER "no_reports" BEFORE INSERT ON "OutboxMessage" FOR EACH ROW
						WHEN (NEW."why" = 'report') EXECUTE FUNCTION "no_reports"()`,
					];
		for (const statement of refuse) await client.$executeRawUnsafe(statement);
		await expect(pass(first)).rejects.toThrow();
		expect(await client.reportSent.count()).toBe(0);
		const on = world.engine === "sqlite" ? "" : ` ON "OutboxMessage"`;
		await client.$executeRawUnsafe(`DROP TRIGGER "no_reports"${on}`);
		expect(await reports()).toEqual([]);
	});

	it("is sent once, by several processes at once, through the outbox", async () => {
		const { client } = world.database;
		const gone = await site.user("administrator", { email: "gone@team.test" });
		const demoted = await site.user("coordinator", { email: "demoted@team.test" });
		for (const { userId } of [gone, demoted]) {
			await chooseReport(world.context({ actor: { userId, name: "Asked" } }), true);
		}
		await client.user.update({ where: { id: gone.userId }, data: { disabledAt: testNow } });
		// why not on SQLite: two connections of one thread would wait for each other; there one
		// connection writes for all anyway.
		const other = world.engine === "sqlite" ? world.database : openDatabase(world.url);
		try {
			const owed = await Promise.all(
				Array.from({ length: 6 }, (_, at) => pass(first, at % 2 === 0 ? world.database : other)),
			);
			expect(owed.reduce((sum, one) => sum + one, 0)).toBe(1);
		} finally {
			if (other !== world.database) await other.close();
		}
		expect((await reports()).map(({ toAddress }) => toAddress)).toEqual(["mona@team.test"]);

		const server = await startMailServer();
		const mail = openMail(server.url);
		try {
			const clock = () => first;
			const office = { database: world.database, mail, mailFrom: "office@team.test", clock };
			await sendDue(mailOffice(office));
			await sendDue(mailOffice(office));
		} finally {
			mail.close();
			await server.stop();
		}
		const [received, ...more] = server.messages.filter(({ parsed }) =>
			parsed.subject?.startsWith("Reach in"),
		);
		expect(more).toEqual([]);
		expect(received?.parsed.text).toContain("1 session, 40 young people");
	});

	it("names no school and nobody but its reader", async () => {
		const [report] = await reports();
		const told = `${report?.subject} ${report?.text} ${report?.html}`;
		expect(told).toContain("Dear Mona Reader,");
		for (const name of ["Marsh Lane", "Crow Hill", "Person ", "JET-", "Uma"]) {
			expect(told).not.toContain(name);
		}
	});

	it("is made up for by the server's own worker, for the last month missed alone", async () => {
		const { deployment, log } = site.app;
		const spring = new Date("2027-03-15T12:00:00Z");
		for (const now of [spring, spring]) {
			const office = { database: world.database, deployment, clock: () => now, log };
			await startReportWorker(office).stop();
		}
		const subjects = (await reports()).map(({ subject }) => subject);
		expect(subjects).toEqual([
			"Reach in November 2026: 1 session, 40 young people",
			"Reach in February 2027: 0 sessions, 0 young people",
		]);
		const sent = await world.database.client.reportSent.findMany({ orderBy: { month: "asc" } });
		expect(sent.map(({ month }) => month)).toEqual(["2026-11", "2027-02"]);
	});

	it("is stopped by whoever has it", async () => {
		await browser.post("/reach/report", { intent: "stop" });
		expect(await pass(new Date("2027-04-15T12:00:00Z"))).toBe(0);
		const what = await world.database.client.historyEntry.findMany({
			where: { what: { contains: "monthly report" } },
			orderBy: { id: "asc" },
		});
		expect(
			what.map((entry) => entry.what).filter((said) => said.startsWith("Stopped")),
		).toHaveLength(1);
	});
});
