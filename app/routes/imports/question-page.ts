import { redirect } from "react-router";
import type { Reader } from "#app/data/database.ts";
import type { ImportRecord } from "#app/data/imports.ts";
import { readProgrammesToMatch, readVenueLines, type VenueLine } from "#app/data/old-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatDate } from "#app/domain/format-time.ts";
import type { Doubt } from "#app/domain/imports/match-venue.ts";
import { noDecisions, type OldDecisions } from "#app/domain/imports/old-check.ts";
import type { ListedQuestions, OldFileResult } from "#app/domain/imports/old-file.ts";
import { countOpen, type QuestionPart, questionParts } from "#app/domain/imports/open-questions.ts";
import { pageNumber } from "#app/http/page-number.ts";

const partTitles: Record<QuestionPart, string> = {
	dates: "Dates",
	venues: "Schools and places",
	programmes: "Programmes",
};

export const QUESTIONS_A_PAGE = 15;

/** One question, with what can be answered and what was answered before. */
export interface Question {
	/** The field's name: "venue.…", "date.…", "programme.…", or "dateOrder". */
	name: string;
	title: string;
	/** Facts under the title, a line each. */
	about: string[];
	options: { value: string; label: string; hint?: string }[];
	answer: string | null;
	/** A venue's question also takes the URN of a school that is not offered. */
	urn?: { name: string };
}

/** The questions of one part, open ones first, a page at a time. */
export async function readQuestionPage(reader: Reader, file: ImportRecord, query: URLSearchParams) {
	const { questions } = file.result as OldFileResult;
	const decisions: OldDecisions = { ...noDecisions, ...(file.decisions as Partial<OldDecisions>) };
	const parts = questionParts.filter((part) => questions[part].length > 0);
	const open = countOpen(questions, decisions);
	const wanted = query.get("part");
	const part =
		parts.find((known) => known === wanted) ?? parts.find((known) => open[known] > 0) ?? parts[0];
	if (!part) throw redirect(`/imports/${file.id}`, 303);
	const all = await readQuestions(reader, part, questions, decisions);
	const sorted = [...all].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
	const page = pageNumber(query);
	const from = (page - 1) * QUESTIONS_A_PAGE;
	return {
		id: file.id,
		fileName: file.fileName,
		open: open.dates + open.venues + open.programmes,
		tabs: parts.map((known) => ({ part: known, text: partTitles[known], count: open[known] })),
		part,
		questions: sorted.slice(from, from + QUESTIONS_A_PAGE),
		page,
		pageSize: QUESTIONS_A_PAGE,
		total: all.length,
	};
}

async function readQuestions(
	reader: Reader,
	part: QuestionPart,
	questions: ListedQuestions,
	decisions: OldDecisions,
): Promise<Question[]> {
	if (part === "dates") return dateQuestions(questions, decisions);
	if (part === "venues") {
		const ids = questions.venues.flatMap(({ candidates }) => candidates.map(({ id }) => id));
		const chosen = Object.values(decisions.venues);
		const lines = await readVenueLines(reader, [...ids, ...chosen]);
		return questions.venues.map((question) => venueQuestion(question, decisions, lines));
	}
	const programmes = await readProgrammesToMatch(reader);
	return questions.programmes.map(({ key, text, rows }) => ({
		name: `programme.${key}`,
		title: text === "" ? "Rows that name no programme" : `“${text}”`,
		about: [rowsWords(rows)],
		options: [...programmes.map(({ id, name }) => ({ value: id, label: name })), leaveOut],
		answer: decisions.programmes[key] ?? null,
	}));
}

const leaveOut = { value: "leave_out", label: "Leave these rows out" };

function rowsWords(rows: number): string {
	return countOf(rows, "row", "rows");
}

function dateQuestions(questions: ListedQuestions, decisions: OldDecisions): Question[] {
	const { dates, bothOrders, dayFirstOnly, monthFirstOnly } = questions;
	if (bothOrders) {
		return dates.map(({ text, dayFirst, monthFirst, rows }) => ({
			name: `date.${text}`,
			title: `“${text}”`,
			about: [`${rowsWords(rows)}. The file writes dates in both orders, so each is asked for`],
			options: [
				{ value: dayFirst, label: formatDate(dayFirst) },
				{ value: monthFirst, label: formatDate(monthFirst) },
				leaveOut,
			],
			answer: decisions.dates[text] ?? null,
		}));
	}
	const [first] = dates;
	if (!first) return [];
	const rows = dates.reduce((sum, date) => sum + date.rows, 0);
	const others = dayFirstOnly + monthFirstOnly;
	const order = dayFirstOnly > 0 ? "the day first" : "the month first";
	return [
		{
			name: "dateOrder",
			title: `How are dates like “${first.text}” meant?`,
			about: [
				`${rowsWords(rows)} with a date that can be read in two ways`,
				others > 0
					? `${countOf(others, "other date", "other dates")} in the file can only be meant with ${order}`
					: "No other date in the file says which is meant",
			],
			options: [
				{
					value: "day",
					label: "Day first",
					hint: `“${first.text}” is ${formatDate(first.dayFirst)}`,
				},
				{
					value: "month",
					label: "Month first",
					hint: `“${first.text}” is ${formatDate(first.monthFirst)}`,
				},
				leaveOut,
			],
			answer: decisions.dateOrder ?? null,
		},
	];
}

const doubts: Record<Doubt, string> = {
	urn_of_another: "The URN is that of a school with quite another name",
	urn_unknown: "No venue has this URN",
	same_name: "Several venues have this very name",
	other_postcode: "The name is right, and the postcode is another one",
	alike: "No venue has this very name",
	unknown: "No venue is like it",
};

function venueQuestion(
	{ key, place, why, candidates, rows }: ListedQuestions["venues"][number],
	{ venues }: OldDecisions,
	lines: ReadonlyMap<string, VenueLine>,
): Question {
	const named = [place.name, place.postcode, place.urn && `URN ${place.urn}`];
	const answer = venues[key] ?? null;
	const offered = candidates.map(({ id }) => id);
	const other = answer !== null && lines.has(answer) && !offered.includes(answer) ? [answer] : [];
	const known = [...offered, ...other].flatMap((id) => lines.get(id) ?? []);
	return {
		name: `venue.${key}`,
		title: named.filter((part) => part !== "").join(", "),
		about: [`${rowsWords(rows)}. ${doubts[why]}`],
		options: [
			...known.map(({ id, name, where }) => ({ value: id, label: name, hint: where })),
			...(place.name === ""
				? []
				: [{ value: "new", label: "A place that is not in the venues yet: add it" }]),
			{ value: "urn", label: "Another school" },
			leaveOut,
		],
		answer,
		urn: { name: `urn.${key}` },
	};
}
