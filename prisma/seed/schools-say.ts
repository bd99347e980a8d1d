import type { Transaction } from "#app/data/database.ts";
import { addHistories, type NewHistoryEntry } from "#app/data/history.ts";
import { insertMany } from "#app/data/insert-many.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import { type AskedInDemo, questionRows } from "./evaluation-questions.ts";
import { type Random, randomNamed } from "./random.ts";
import type { DemoWorld } from "./world.ts";

const HOUR = 3_600_000;
/** How far back schools and groups were asked: days. */
const SINCE = 450;
/** Schools are asked on their page for this long. */
const LATELY = 60;

const comments = [
	"Pitched just right. Two staff stayed afterwards to ask about reporting.",
	"A little long for the last period of the day.",
	"Please come back for the next year group.",
];

/** What groups answered, what teachers said afterwards, and what schools answered to invites. */
export async function letSchoolsSpeak(
	tx: Transaction,
	world: DemoWorld,
	today: LocalDate,
): Promise<void> {
	const random = randomNamed(`what schools say before ${today}`);
	const asked = await questionRows(tx, world, today);
	const sessions = await readHeld(tx, addDays(today, -SINCE));
	const rows = { totals: [] as object[], reports: [] as object[], heads: [] as object[] };
	const scores: object[] = [];
	const history: NewHistoryEntry[] = [];
	for (const session of sessions) {
		const statements = asked.filter(({ asks, fits }) => asks === "pupils" && fits(session));
		const [record] = session.closeOuts;
		if (!record) continue;
		const enteredAt = new Date(record.recordedAt.getTime() + HOUR);
		if (statements.length > 0 && random.chance(0.2)) {
			const entered = { enteredAt, enteredByName: world.coordinator.name, bySchool: false };
			const given = statements.flatMap((one) => totalsOf(one, record.youngPeople, random));
			rows.totals.push(...given.map((row) => ({ sessionId: session.id, ...row, ...entered })));
			history.push(entryOf(session.id, enteredAt, world.coordinator, "Evaluation entered"));
		}
		const [invite] = session.invites;
		const lately = session.localDate >= addDays(today, -LATELY);
		if (!invite || !random.chance(lately ? 0.4 : 0.12)) continue;
		const id = `${invite.id}-said`;
		const young = record.headcounts.map(({ youngPeople }) => youngPeople);
		const off = random.chance(0.08) && (young[0] ?? 0) > 1 ? 1 : 0;
		rows.reports.push({
			...{ id, inviteId: invite.id, happened: true, counted: record.counted },
			...{ adults: record.adults, closedOut: false, reportedAt: enteredAt },
			comment: random.chance(0.2) ? random.pick(comments) : "",
		});
		rows.heads.push(
			...record.headcounts.map(({ yearGroup, youngPeople }, at) => ({
				...{ reportId: id, yearGroup, youngPeople: youngPeople - (at === 0 ? off : 0) },
			})),
		);
		scores.push(...scoresOf(asked, id, random));
		const school = { userId: "", name: "The school" };
		history.push(entryOf(session.id, enteredAt, school, "The school said what happened"));
	}
	await insertMany(tx, "EvaluationTotal", rows.totals);
	await insertMany(tx, "SchoolReport", rows.reports);
	await insertMany(tx, "SchoolHeadcount", rows.heads);
	await insertMany(tx, "TeacherScore", scores);
	await addHistories(tx, history);
	await answerInvites(tx, today);
}

function entryOf(
	subjectId: string,
	at: Date,
	{ userId, name }: DemoWorld["coordinator"],
	what: string,
): NewHistoryEntry {
	return { at, actorId: userId || null, actorName: name, subject: "session", subjectId, what };
}

async function readHeld(tx: Transaction, from: LocalDate) {
	return tx.session.findMany({
		where: { status: "delivered", localDate: { gte: from } },
		select: {
			id: true,
			localDate: true,
			programmeId: true,
			programme: { select: { themeId: true } },
			closeOuts: { where: { current: true }, include: { headcounts: true } },
			invites: { where: { kind: "contact", withdrawnAt: null }, orderBy: { id: "asc" }, take: 1 },
		},
		orderBy: { reference: "asc" },
	});
}

/** Before and after, the better answer gaining. */
function totalsOf({ versionOn, better }: AskedInDemo, youngPeople: number, random: Random) {
	return (["before", "after"] as const).map((moment) => {
		const answered = Math.max(0, youngPeople - random.whole(0, 3));
		const good = Math.round(answered * (moment === "before" ? 0.35 : 0.68 + random.next() * 0.15));
		const unsure = Math.round((answered - good) * 0.4);
		const bad = answered - good - unsure;
		const [agree, disagree] = better === "agree" ? [good, bad] : [bad, good];
		return { versionId: versionOn, moment, agree, unsure, disagree };
	});
}

function scoresOf(asked: readonly AskedInDemo[], reportId: string, random: Random) {
	return asked
		.filter(({ asks }) => asks === "teachers")
		.map(({ versionOn: versionId }) => ({
			...{ reportId, versionId },
			score: random.chance(0.9) ? random.whole(4, 5) : random.whole(2, 3),
		}));
}

const words: [string, string, string][] = [
	["declined", "declined", "Mock examinations are in the hall that whole week, sorry."],
	["", "another_time", "Could it be period 2 instead? Year 9 are out in the morning."],
];

/** Two schools that cannot make the time say so in their own words. */
async function answerInvites(tx: Transaction, today: LocalDate): Promise<void> {
	const soon = addDays(today, 3);
	for (const [before, answer, answerNote] of words) {
		const invite = await tx.invite.findFirst({
			where: {
				kind: "contact",
				withdrawnAt: null,
				answer: before || null,
				lastSequence: { not: null },
				session: { localDate: { gt: soon }, status: "confirmed" },
			},
			orderBy: [{ session: { startsAt: "asc" } }, { id: "asc" }],
			include: { session: { select: { createdAt: true } } },
		});
		if (!invite) continue;
		const answeredAt = invite.answeredAt ?? new Date(invite.session.createdAt.getTime() + HOUR);
		await tx.invite.update({ where: { id: invite.id }, data: { answer, answeredAt, answerNote } });
	}
}
