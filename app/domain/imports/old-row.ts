import { closeOut } from "#app/domain/sessions/close-out.ts";
import { type YearGroup, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { quoted, tidyCell } from "./cell-reader.ts";
import type { NamedPlace } from "./match-venue.ts";
import type { OldColumn } from "./old-columns.ts";
import { type OldDate, readOldDate } from "./old-date.ts";
import { type OldCount, readOldCount, readOldCounted } from "./old-headcount.ts";
import { readOldTimes } from "./old-time.ts";
import { readOldYearGroups } from "./old-year-groups.ts";

export type Counted = "counted" | "estimated";

/** How a file's columns are to be read, in the order of its columns. */
export interface OldReading {
	columns: readonly (OldColumn | null)[];
	/** What the numbers are where a row does not say it. */
	counted: Counted;
}

/** One row of an old spreadsheet, read but not yet tied to venues and programmes. */
export interface OldRow {
	/** A sentence each; a row with any is not brought in. */
	problems: string[];
	date: OldDate;
	/** The date as typed, by which doubtful ones are asked about. */
	dateText: string;
	/** "HH:mm", or null where the file does not say. */
	start: string | null;
	end: string | null;
	minutes: number | null;
	place: NamedPlace;
	programme: string;
	yearGroups: YearGroup[];
	headcounts: { yearGroup: YearGroup; youngPeople: number }[];
	adults: number;
	counted: Counted;
}

type Cells = (code: OldColumn) => string;

/** Reads a row; null when every column in use is empty, as rows at the foot of a sheet are. */
export function readOldRow(cells: readonly string[], reading: OldReading): OldRow | null {
	const used = reading.columns.flatMap((code, at) => (code ? [[code, at] as const] : []));
	const texts = new Map(used.map(([code, at]) => [code, tidyCell(cells[at] ?? "")]));
	if ([...texts.values()].every((text) => text === "")) return null;
	const cell: Cells = (code) => texts.get(code) ?? "";
	const problems: string[] = [];
	const date = readOldDate(cell("date"));
	if (date.kind === "unreadable") problems.push(date.problem);
	const times = readTimes(cell, date, problems);
	const people = readPeople(cell, reading.counted, problems);
	const place = { urn: cell("urn"), name: cell("venue"), postcode: cell("postcode") };
	if (place.urn === "" && place.name === "") problems.push("The school or place is empty");
	if (place.name.length > 200) problems.push("The name of the place is longer than 200 characters");
	return {
		problems,
		date,
		dateText: cell("date"),
		...times,
		place,
		programme: cell("programme"),
		...people,
	};
}

function readTimes(cell: Cells, date: OldDate, problems: string[]) {
	const beside = date.kind === "unreadable" ? "" : date.time;
	const times = timesIn(cell("start") || beside, "start time", problems);
	const end = timesIn(cell("end"), "end time", problems)?.start ?? times?.end ?? null;
	const minutes = readOldCount(cell("minutes").replace(/\s*(minutes?|mins?|m)\.?$/i, ""));
	if (minutes.kind === "unreadable") {
		problems.push(`The length is not a number of minutes: ${quoted(cell("minutes"))}`);
	}
	return {
		start: times?.start ?? null,
		end,
		minutes: minutes.kind === "count" && minutes.count > 0 ? minutes.count : null,
	};
}

function timesIn(text: string, label: string, problems: string[]) {
	if (text === "" || /^(n\/?a|tbc|-)$/i.test(text)) return null;
	const times = readOldTimes(text);
	if (!times) problems.push(`The ${label} cannot be read: ${quoted(text)}`);
	return times;
}

function readPeople(cell: Cells, usual: Counted, problems: string[]) {
	const groups = readOldYearGroups(cell("yearGroups"));
	if (!groups) problems.push(`The year groups cannot be read: ${quoted(cell("yearGroups"))}`);
	const total = readCount(cell("youngPeople"), "The number of young people", problems);
	const split = yearGroups.flatMap((yearGroup) => {
		const count = readCount(
			cell(`headcount.${yearGroup}`),
			`The number for ${yearGroup}`,
			problems,
		);
		return count.kind === "count" && count.count > 0
			? [{ yearGroup, youngPeople: count.count, estimated: count.estimated }]
			: [];
	});
	const adults = readCount(cell("adults"), "The number of adults", problems);
	const counts = [total, adults].filter((count) => count.kind === "count");
	const rough =
		counts.some(({ estimated }) => estimated) || split.some(({ estimated }) => estimated);
	const said = cell("counted") === "" ? null : readOldCounted(cell("counted"));
	if (cell("counted") !== "" && !said) {
		problems.push(`Counted or estimated cannot be read: ${quoted(cell("counted"))}`);
	}
	const people = {
		yearGroups: split.length > 0 ? split.map(({ yearGroup }) => yearGroup) : (groups ?? ["Mixed"]),
		headcounts: headcountsOf(total, split, groups ?? ["Mixed"], problems),
		adults: adults.kind === "count" ? adults.count : 0,
		counted: rough ? "estimated" : (said ?? usual),
	} satisfies Partial<OldRow>;
	if (problems.length === 0) problems.push(...closeOutProblems(people));
	return people;
}

function readCount(text: string, label: string, problems: string[]): OldCount {
	const count = readOldCount(text);
	if (count.kind === "unreadable") problems.push(`${label} is not a whole number: ${quoted(text)}`);
	return count;
}

/**
 * The numbers by year group. why Mixed: a total of several year groups tells nobody how many were
 * in each, and a share made up for each would be published as if it had been counted.
 */
function headcountsOf(
	total: OldCount,
	split: readonly { yearGroup: YearGroup; youngPeople: number }[],
	groups: readonly YearGroup[],
	problems: string[],
): OldRow["headcounts"] {
	if (split.length > 0) {
		const sum = split.reduce((before, { youngPeople }) => before + youngPeople, 0);
		if (total.kind === "count" && total.count !== sum) {
			problems.push(`The total is ${total.count}, and the year groups add up to ${sum}`);
		}
		return split.map(({ yearGroup, youngPeople }) => ({ yearGroup, youngPeople }));
	}
	if (total.kind === "none") problems.push("The number of young people is empty");
	const [only, another] = groups;
	const yearGroup = only && !another ? only : "Mixed";
	return [{ yearGroup, youngPeople: total.kind === "count" ? total.count : 0 }];
}

/** The rules of a close-out hold for old figures too. */
function closeOutProblems(people: Pick<OldRow, "headcounts" | "adults" | "counted">): string[] {
	const parsed = closeOut.safeParse({ outcome: "delivered", ...people, followUps: [] });
	return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ message }) => message))];
}
