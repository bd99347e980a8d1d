import { z } from "zod";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import { chosen } from "#app/domain/text.ts";
import { isLocalDate } from "#app/domain/time.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { OldDecisions, OldOutcome, OldSession } from "./old-check.ts";
import { columnKey, columnProblems, isOldColumn, type OldColumn } from "./old-columns.ts";
import type { DateQuestion, OldQuestions, VenueQuestion } from "./old-questions.ts";
import type { Counted } from "./old-row.ts";

/** More rows than this are split by hand: twenty thousand sessions are a lifetime's work of a team. */
export const MOST_ROWS = 20_000;
/** More columns than this are a broken file. */
export const MOST_COLUMNS = 200;

/** How a file of past sessions is to be read, as the coordinator chose it. */
export interface OldFileOptions {
	teamId: string;
	/** For rows that name none; null when the file has a column for it. */
	programmeId: string | null;
	counted: Counted;
	columns: (OldColumn | null)[];
	/** What each header stood for: the first guess for the next file. */
	remembered: Record<string, OldColumn | "">;
}

const column = z
	.string()
	.transform((code) => code || null)
	.refine((code): code is OldColumn | null => code === null || isOldColumn(code), {
		error: "Choose what the column holds from the list",
	});

const columnList = z.array(column).max(MOST_COLUMNS);

/** The choice of columns as a form sends it: one entry for each column of the file, "" for unused. */
export const oldFileChoice = z
	.object({
		columns: columnList,
		teamId: chosen("the team that delivered these sessions"),
		programmeId: z
			.union([z.literal(""), chosen("a programme")], { error: "Choose a programme" })
			.nullish()
			.transform((id) => id || null),
		counted: z.enum(["counted", "estimated"], {
			error: "Choose whether the numbers in the file were counted or estimated",
		}),
	})
	.check((ctx) => {
		const { columns, programmeId } = ctx.value;
		const refuse = (path: string, message: string) =>
			ctx.issues.push({ code: "custom", message, path: [path], input: ctx.value });
		for (const problem of columnProblems(columns)) refuse("columns", problem);
		if (programmeId === null && !columns.includes("programme")) {
			refuse("programmeId", "Choose the programme, or the column that holds it");
		}
	});

export function rememberColumns(
	headers: readonly string[],
	columns: readonly (OldColumn | null)[],
): OldFileOptions["remembered"] {
	return Object.fromEntries(headers.map((header, at) => [columnKey(header), columns[at] ?? ""]));
}

/** What was found in a file of past sessions when its rows were last checked. */
export interface OldFileResult {
	headers: string[];
	rows: number;
	counts: Record<OldOutcome, number>;
	/** Young people and adults of the rows that are ready. */
	youngPeople: number;
	adults: number;
	/** What reach rises by. */
	reach: ReachRise[];
	questions: ListedQuestions;
	/** After it was applied: places that it added, by id. */
	places?: string[];
	/** After it was applied: how many sessions it made. */
	sessions?: number;
}

/** What the ready rows of one theme and calendar year add to reach. */
export interface ReachRise {
	theme: string;
	year: string;
	sessions: number;
	youngPeople: number;
}

/** Adds the sessions up by theme and year, in that order. */
export function riseOf(
	sessions: readonly OldSession[],
	themeOf: (programmeId: string) => string,
): ReachRise[] {
	const rises = new Map<string, ReachRise>();
	for (const { programmeId, date, headcounts } of sessions) {
		const theme = themeOf(programmeId);
		const year = date.slice(0, 4);
		const key = JSON.stringify([theme, year]);
		const rise = rises.get(key) ?? { theme, year, sessions: 0, youngPeople: 0 };
		rise.sessions += 1;
		rise.youngPeople += totalYoungPeople(headcounts);
		rises.set(key, rise);
	}
	return [...rises.values()].sort(
		(a, b) => a.theme.localeCompare(b.theme) || a.year.localeCompare(b.year),
	);
}

export interface ListedQuestions {
	dates: (DateQuestion & { text: string; rows: number })[];
	dayFirstOnly: number;
	monthFirstOnly: number;
	bothOrders: boolean;
	venues: (VenueQuestion & { key: string; rows: number })[];
	programmes: { key: string; text: string; rows: number }[];
}

/** Questions as they are kept and shown: those that most rows wait for come first. */
export function listQuestions(questions: OldQuestions): ListedQuestions {
	const { dayFirstOnly, monthFirstOnly, bothOrders } = questions;
	return {
		dates: [...questions.dates].map(([text, question]) => ({ text, ...question })).sort(byRows),
		dayFirstOnly,
		monthFirstOnly,
		bothOrders,
		venues: [...questions.venues].map(([key, question]) => ({ key, ...question })).sort(byRows),
		programmes: [...questions.programmes]
			.map(([key, question]) => ({ key, ...question }))
			.sort(byRows),
	};
}

function byRows(a: { rows: number }, b: { rows: number }): number {
	return b.rows - a.rows;
}

/** Before the columns are chosen only the header is known. */
export type ReadOldFile = { headers: string[]; rows: number };
export type OldFileState =
	| OldFileResult
	| ReadOldFile
	| { refusal: FileRefusal }
	| Record<string, never>;

/** What is kept of a checked row beside its cells. */
export interface OldRowDetail {
	problems: string[];
	sameAs: string | null;
	session: OldSession | null;
	/** After it was applied. */
	reference?: string;
}

/** A session as it was staged: its instants come back from JSON as text. */
export function reviveSession(kept: OldSession): OldSession {
	return { ...kept, startsAt: new Date(kept.startsAt), endsAt: new Date(kept.endsAt) };
}

const key = z.string().max(500);
const decision = z.string().regex(/^[\w-]{1,100}$/, { error: "Choose an answer from the list" });

/** Answers of the coordinator; only those that were given, each by what was asked. */
export const oldAnswers = z.object({
	dateOrder: z.enum(["day", "month", "leave_out"]).optional(),
	dates: z.record(key, z.union([z.literal("leave_out"), z.string().refine(isLocalDate)])),
	venues: z.record(key, decision),
	programmes: z.record(key, decision),
	keep: z.array(z.int().min(1)).max(MOST_ROWS),
}) satisfies z.ZodType<OldDecisions>;
