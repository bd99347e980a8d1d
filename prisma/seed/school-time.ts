import type { CommandContext } from "#app/commands/command-context.ts";
import { loadSchoolDates } from "#app/commands/load-school-dates.ts";
import { saveLessons } from "#app/commands/save-lessons.ts";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { academicYearOf } from "#app/domain/periods.ts";
import { datesFileColumns } from "#app/domain/school-time/dates-file.ts";
import { lessonsInput } from "#app/domain/school-time/lesson-lines.ts";
import { addDays, daysBetween, type LocalDate } from "#app/domain/time.ts";
import { schoolDaysBetween } from "./school-days.ts";
import { venueSpecs } from "./venues.ts";
import type { DemoWorld } from "./world.ts";

const authorities = ["Essex", "Southend-on-Sea", "Thurrock"];
/** How many secondary schools have told when their lessons are. */
const SCHOOLS_WITH_LESSONS = 5;

const lessons = `Period 1 08:50-09:50
Period 2 09:50-10:50
Period 3 11:10-12:10
Period 4 13:10-14:10
Period 5 14:10-15:10`;
const twoWeeks = `Period 1 08:50-09:50
Period 2 09:50-10:50
Period 3 11:10-12:10 week A
Period 3 11:20-12:20 week B
Period 4 13:10-14:10
Period 5 14:10-15:10 Mon-Thu`;

/** This and the next academic year's dates, exams, and the lesson times of a few schools. */
export async function writeSchoolTime(
	context: CommandContext,
	{ register }: DemoWorld,
	today: LocalDate,
): Promise<void> {
	const year = academicYearOf(today);
	const rows = [year, year + 1].flatMap((one) => [
		...authorities.flatMap((name) => termsOf(one).map((cells) => [name, "", ...cells])),
		["Essex", "", "exams", "GCSEs and A levels", `${one + 1}-05-10`, `${one + 1}-06-18`, "Y11 Y13"],
	]);
	const records = [[...datesFileColumns], ...rows].map(
		(cells, at): CsvRecord => ({ line: at + 1, cells }),
	);
	const loaded = await loadSchoolDates(context, records, { dryRun: false });
	if (!loaded.ok) throw new Error(`The demo's dates were refused: ${JSON.stringify(loaded)}`);
	const schools = venueSpecs.filter(({ phase }) => phase === "secondary");
	for (const [at, spec] of schools.slice(0, SCHOOLS_WITH_LESSONS).entries()) {
		const [term] = termsOf(year);
		const typed = at === 1 ? { periods: twoWeeks, weekA: term?.[2] } : { periods: lessons };
		await saveLessons(context, register.venue(spec).id, lessonsInput.parse(typed));
	}
}

const termNames = ["Autumn term", "Spring term", "Summer term"];
/** Days from one school day to the next: over a half-term, and over longer holidays. */
const HALF_TERM = 5;
const HOLIDAY = 12;

/** Rows of a file: the terms, their half-terms, and INSET days at the start of two of them. */
function termsOf(year: number): string[][] {
	const days = schoolDaysBetween(`${year}-09-01`, `${year + 1}-08-31`);
	const rows: string[][] = [];
	let first = days[0] ?? "";
	for (const [at, day] of days.entries()) {
		const next = days[at + 1];
		const gap = next === undefined ? Number.POSITIVE_INFINITY : daysBetween(day, next);
		if (gap > HOLIDAY) {
			const name = termNames.find((one) => !rows.some((row) => row[1] === one)) ?? "Term";
			const inset = name === "Spring term" ? "" : first;
			rows.push(["term", name, first, day, ""]);
			if (inset) rows.push(["inset", "", inset, inset, ""]);
			first = next ?? "";
		} else if (gap > HALF_TERM && next !== undefined) {
			rows.push(["half_term", "", addDays(day, 3), addDays(next, -3), ""]);
		}
	}
	return rows;
}
