import { type KeptReport, readSchoolReports } from "#app/data/school-answers.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { differs } from "#app/domain/schools/school-report.ts";
import { countedLabels, totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import {
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";
import { momentWords } from "#app/http/history-words.ts";
import { answerWords } from "#app/http/invite-words.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { liveContacts } from "./session-overview-facts.ts";

export type FromSchool = Awaited<ReturnType<typeof fromSchool>>;

/** What the contacts of a session have answered, and said afterwards. */
export async function fromSchool(session: SessionRecord, { app, zone }: Entered) {
	const reports = await readSchoolReports(app.database.client, session.id);
	return {
		answers: liveContacts(session).flatMap(({ id, name, answer, answeredAt, answerNote }) => {
			const word = answerWords[answer ?? ""];
			if (!word) return [];
			const when = answeredAt ? momentWords(answeredAt, zone) : "";
			return [{ key: id, name, word, when, note: answerNote }];
		}),
		reports: reports.map((report) => ({
			key: report.id,
			name: report.invite.name,
			when: momentWords(report.reportedAt, zone),
			said: saidWords(report),
			closedOut: report.closedOut,
			differs: differs(report, session.closeOut),
			comment: report.comment,
		})),
	};
}

/** "28 young people (Year 8: 28), counted". */
function saidWords({ happened, headcounts, counted, adults }: KeptReport): string {
	if (!happened) return "It did not take place";
	const counts = new Map(headcounts.map((row) => [row.yearGroup as YearGroup, row.youngPeople]));
	const groups = sortYearGroups(counts.keys()).map(
		(code) => `${yearGroupLabel(code)}: ${formatCount(counts.get(code) ?? 0)}`,
	);
	const young = formatCount(totalYoungPeople(headcounts));
	const how = countedLabels[counted as keyof typeof countedLabels]?.toLowerCase() ?? "";
	const people = `${young} young people (${groups.join(", ")})`;
	return [people, adults > 0 && `${adults} adults`, how].filter(Boolean).join(", ");
}
