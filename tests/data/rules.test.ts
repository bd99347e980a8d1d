import { beforeAll, describe, expect, it } from "vitest";
import { addHistory, readHistory } from "#app/data/history.ts";
import { insertOutboxMessage } from "#app/data/invites.ts";
import { isTaken } from "#app/data/refusals.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { anAgency } from "#tests/factories/organisations.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";

describeOnBothEngines("what must never be in the database", (world) => {
	let booking: TeamThatCanBook;
	let session: SessionRecord;
	beforeAll(async () => {
		booking = await aTeamThatCanBook(world.database);
		session = await aSession(world.database, booking);
	});

	describe("of a session", () => {
		it.each([
			["a status nobody knows", "Session_status", { status: "postponed", occupies: false }],
			["a status that holds its people, and does not", "Session_occupies", { occupies: false }],
			["a cancelled status that holds its people", "Session_occupies", { status: "cancelled" }],
			[
				"an end at its start",
				"Session_ends_after_start",
				{ endsAt: new Date("2027-01-14T09:00:00Z") },
			],
			[
				"an end before its start",
				"Session_ends_after_start",
				{ endsAt: new Date("2027-01-14T08:00:00Z") },
			],
			["fewer than no young people", "Session_expected", { expectedYoungPeople: -1 }],
			["more young people than any hall holds", "Session_expected", { expectedYoungPeople: 2001 }],
			["a programme that is not there", "foreign key", { programmeId: "nothing" }],
			["a venue that is not there", "foreign key", { venueId: "nothing" }],
		])("%s", async (_what, rule, data) => {
			const { client } = world.database;
			const where = { id: session.id };
			expect(await refusalOf(client.session.update({ where, data }))).toContain(rule);
			expect(await client.session.findUnique({ where })).toMatchObject({
				status: "confirmed",
				occupies: true,
				endsAt: session.endsAt,
				expectedYoungPeople: 30,
			});
		});

		it("nothing that the limits themselves allow", async () => {
			const { client } = world.database;
			for (const expectedYoungPeople of [0, 2000, 30]) {
				await client.session.update({ where: { id: session.id }, data: { expectedYoungPeople } });
			}
		});
	});

	describe("of a close-out", () => {
		const figures = { outcome: "delivered", youngPeople: 28, adults: 2 };
		let revision = 0;
		const closeOut = (fields: object) => {
			revision += 1;
			return world.database.client.closeOut.create({
				data: {
					...{ sessionId: session.id, revision, current: false, recordedByName: "Sian" },
					...{ recordedAt: testNow, ...figures, ...fields },
				},
			});
		};

		it.each([
			[
				"an outcome nobody knows",
				"CloseOut_outcome",
				{ outcome: "postponed", youngPeople: 0, adults: 0 },
			],
			["fewer than no young people", "CloseOut_young_people", { youngPeople: -1 }],
			["too many young people", "CloseOut_young_people", { youngPeople: 2001 }],
			["fewer than no adults", "CloseOut_adults", { adults: -1 }],
			["too many adults", "CloseOut_adults", { adults: 2001 }],
			[
				"young people reached by what did not happen",
				"CloseOut_nobody_reached",
				{ outcome: "not_delivered", adults: 0 },
			],
			[
				"adults reached by what did not happen",
				"CloseOut_nobody_reached",
				{ outcome: "not_delivered", youngPeople: 0 },
			],
			["a headcount below nothing", "Headcount_young_people", headcount(-1)],
			["a headcount too high", "Headcount_young_people", headcount(2001)],
			["a follow-up below nothing", "FollowUp_count", followUp(-1)],
			["a follow-up too high", "FollowUp_count", followUp(2001)],
		])("%s", async (_what, rule, fields) => {
			const before = await world.database.client.closeOut.count();
			expect(await refusalOf(closeOut(fields))).toContain(rule);
			expect(await world.database.client.closeOut.count()).toBe(before);
		});

		it("nothing that the limits themselves allow", async () => {
			await closeOut({ youngPeople: 2000, adults: 0 });
			await closeOut({ youngPeople: 0, adults: 2000 });
			await closeOut({ outcome: "not_delivered", youngPeople: 0, adults: 0 });
			await closeOut({ ...headcount(2000), ...followUp(0) });
		});

		it("the same revision twice", async () => {
			await closeOut({});
			const again = closeOut({ revision });
			await expect(again.catch((error: unknown) => isTaken(error, "revision"))).resolves.toBe(true);
		});
	});

	it("answers that nobody can have given, and other words under answers that were", async () => {
		const { client } = world.database;
		const asked = { text: "I know where to get help", better: "agree", version: 1 };
		const { versions } = await client.evaluationQuestion.create({
			data: {
				asks: "pupils",
				versions: { create: { ...asked, createdAt: testNow, createdByName: "Sian" } },
			},
			include: { versions: true },
		});
		const versionId = versions[0]?.id ?? "";
		const total = (fields: object) =>
			client.evaluationTotal.create({
				data: {
					...{ sessionId: session.id, versionId, moment: "before", bySchool: false },
					...{ agree: 1, unsure: 0, disagree: 0, enteredAt: testNow, enteredByName: "Sian" },
					...fields,
				},
			});
		for (const [rule, fields] of [
			["EvaluationTotal_moment", { moment: "during" }],
			["EvaluationTotal_counts", { agree: -1, unsure: 5 }],
			["EvaluationTotal_counts", { disagree: 2001 }],
			["EvaluationTotal_counts", { agree: 0 }],
		] as const) {
			expect(await refusalOf(total(fields))).toContain(rule);
		}
		await total({});
		const reworded = client.evaluationQuestionVersion.updateMany({ data: { text: "Other words" } });
		expect(await refusalOf(reworded)).toContain("asked_words_are_kept");
		expect(await refusalOf(client.evaluationQuestionVersion.deleteMany())).toContain("foreign key");
		const ofTwo = { asks: "pupils", themeId: booking.theme.id, programmeId: booking.programme.id };
		expect(await refusalOf(client.evaluationQuestion.create({ data: ofTwo }))).toContain(
			"EvaluationQuestion_of_one",
		);
	});

	it("a message with a status nobody knows", async () => {
		const { database } = world;
		const message = {
			...{ inviteId: null, method: null, sequence: null, version: null, why: "account" as const },
			...{ messageId: `<1@${world.engine}>`, fromAddress: null, ics: null, now: testNow },
			...{ toName: "Ravi", toAddress: "ravi@team.test", subject: "Hello", text: "", html: "" },
		};
		await database.transaction((tx) =>
			insertOutboxMessage(tx, { ...message, status: "waiting" as const }),
		);
		const lost = database.client.outboxMessage.updateMany({ data: { status: "lost" } });
		expect(await refusalOf(lost)).toContain("OutboxMessage_status");
		expect(await database.client.outboxMessage.findMany()).toMatchObject([{ status: "waiting" }]);
	});

	it("sessions without what they are of", async () => {
		const { client } = world.database;
		for (const gone of [
			client.venue.delete({ where: { id: booking.venue.id } }),
			client.programme.delete({ where: { id: booking.programme.id } }),
			client.team.delete({ where: { id: booking.team.id } }),
			client.person.delete({ where: { id: booking.facilitators[0].id } }),
			client.session.delete({ where: { id: session.id } }),
		]) {
			expect(await refusalOf(gone)).toContain("foreign key");
		}
	});

	it("two things under one key, and the refusal says which", async () => {
		const { client } = world.database;
		const { name } = await anAgency(world.database);
		const error = await client.agency.create({ data: { name } }).catch((thrown: unknown) => thrown);
		expect(isTaken(error)).toBe(true);
		expect(isTaken(error, "name")).toBe(true);
		expect(isTaken(error, "email")).toBe(false);
		expect(isTaken(new Error("name"))).toBe(false);
	});

	it("history that was changed or taken away", async () => {
		const { client, transaction } = world.database;
		const entry = {
			...{ at: testNow, actorId: null, actorName: "Carys", subject: "venue" as const },
			...{ subjectId: booking.venue.id, what: "Renamed" },
		};
		await transaction((tx) =>
			addHistory(tx, { ...entry, changes: [{ label: "Name", from: "A", to: "B" }], why: "Merged" }),
		);
		const before = await readHistory(client, "venue", booking.venue.id);
		expect(before).toMatchObject([{ what: "Renamed", why: "Merged" }]);
		for (const tampering of [
			client.historyEntry.updateMany({ data: { what: "Nothing" } }),
			client.historyEntry.deleteMany(),
			client.historyEntry.update({ where: { id: before[0]?.id ?? 0 }, data: { why: null } }),
			client.$executeRaw`UPDATE "HistoryEntry" SET "actorName" = 'Somebody else'`,
			client.$executeRaw`DELETE FROM "HistoryEntry"`,
		]) {
			expect(await refusalOf(tampering)).toContain("history_is_kept");
		}
		expect(await readHistory(client, "venue", booking.venue.id)).toEqual(before);
	});
});

/** The database's own words of refusal, which name the rule; Prisma's guess at them may be wrong. */
async function refusalOf(write: PromiseLike<unknown>): Promise<string> {
	const error = await Promise.resolve(write).then(
		() => ({ meta: null }),
		(thrown: unknown) => thrown,
	);
	const { meta } = error as { meta: Meta | null };
	const words = meta?.driverAdapterError?.cause?.originalMessage ?? `no refusal: ${error}`;
	return words.replace("FOREIGN KEY", "foreign key");
}

interface Meta {
	driverAdapterError?: { cause?: { originalMessage?: string } };
}

function headcount(youngPeople: number) {
	return { headcounts: { create: { yearGroup: "Y8", youngPeople } } };
}

function followUp(count: number) {
	return { followUps: { create: { kind: "housing", count } } };
}
