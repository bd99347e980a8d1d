import { readQuestionsFor } from "#app/data/evaluation-questions.ts";
import { readSessionTotals } from "#app/data/evaluation-totals.ts";
import type { SchoolSession } from "#app/data/school-page.ts";
import { answers, boxName, moments } from "#app/domain/evaluation/totals-input.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { type YearGroup, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { AtSchool } from "./find-school.ts";

/** A session booked for nobody in particular is counted as a mixed group. */
export function countedGroups({ yearGroups }: SchoolSession): YearGroup[] {
	return yearGroups.length > 0 ? yearGroups : ["Mixed"];
}

/** What a teacher is asked after a session. */
export async function readAsked({ app }: AtSchool, session: SchoolSession) {
	const { client } = app.database;
	const { id: programmeId, themeId } = session.programme;
	const totals = await readSessionTotals(client, session.id);
	const scored = session.report?.scores.map(({ versionId }) => versionId) ?? [];
	const counted = totals.map(({ versionId }) => versionId);
	const [questions, statements] = await Promise.all([
		readQuestionsFor(client, "teachers", { programmeId, themeId, answered: scored }),
		readQuestionsFor(client, "pupils", { programmeId, themeId, answered: counted }),
	]);
	// why: once the team has entered the totals they are the team's, and no boxes are shown.
	const open = totals.every(({ bySchool }) => bySchool);
	const yearGroups = countedGroups(session);
	const closed = open ? [] : statements.map(({ versionId }) => versionId);
	return { questions, statements: open ? statements : [], closed, totals, yearGroups };
}

export type AskedAfter = Awaited<ReturnType<typeof readAsked>>;

export type ReportFacts = ReturnType<typeof reportFacts>;

/** The form about a session that is over: what was sent, else what was said, else what is recorded. */
export function reportFacts(
	session: SchoolSession,
	asked: AskedAfter,
	{ zone, base }: AtSchool,
	sent: Fields | null,
) {
	const values = sent ?? said(session, asked) ?? recorded(session);
	return {
		title: session.programme.name,
		when: formatSessionTime(session.startsAt, session.endsAt, zone),
		address: `${base}/${session.reference}`,
		told: session.report !== null,
		recorded: recordedWords(session),
		values,
		groups: asked.yearGroups.map((code) => ({
			field: `headcounts.${code}`,
			label: yearGroupLabel(code),
		})),
		questions: asked.questions.map(({ versionId, text }) => ({
			field: `score.${versionId}`,
			text,
		})),
		statements: asked.statements.map(({ versionId, text }) => ({ versionId, text })),
		team: session.team,
	};
}

function said({ report }: SchoolSession, { totals }: AskedAfter): Fields | null {
	if (!report) return null;
	const boxes = totals.flatMap((total) =>
		moments
			.filter((moment) => moment === total.moment)
			.flatMap((moment) =>
				answers.map((answer): [string, string] => [
					boxName(moment, total.versionId, answer),
					String(total[answer]),
				]),
			),
	);
	return {
		outcome: report.happened ? "delivered" : "not_delivered",
		...headFields(report.headcounts),
		adults: String(report.adults),
		counted: report.counted ?? "",
		comment: report.comment,
		...Object.fromEntries(
			report.scores.map(({ versionId, score }) => [`score.${versionId}`, String(score)]),
		),
		...Object.fromEntries(boxes),
	};
}

function recorded({ closeOut }: SchoolSession): Fields {
	if (closeOut?.outcome !== "delivered") return {};
	return {
		outcome: "delivered",
		...headFields(closeOut.headcounts),
		adults: String(closeOut.adults),
		counted: closeOut.counted ?? "",
	};
}

function headFields(rows: readonly { yearGroup: string; youngPeople: number }[]): Fields {
	return Object.fromEntries(
		rows.map(({ yearGroup, youngPeople }) => [`headcounts.${yearGroup}`, String(youngPeople)]),
	);
}

function recordedWords({ closeOut }: SchoolSession): string {
	if (!closeOut) {
		return "Nothing is recorded yet. What you send is the record, until the team corrects it.";
	}
	const what =
		closeOut.outcome === "delivered"
			? countOf(closeOut.youngPeople, "young person", "young people")
			: "that it did not take place";
	const who = closeOut.bySchool ? "Your school" : "The team";
	return `${who} recorded ${what}. If that is not right, say so here: the team sees both.`;
}
