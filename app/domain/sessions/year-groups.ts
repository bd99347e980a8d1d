import { listOf } from "#app/domain/format-number.ts";

export const yearGroups = [
	"R",
	"Y1",
	"Y2",
	"Y3",
	"Y4",
	"Y5",
	"Y6",
	"Y7",
	"Y8",
	"Y9",
	"Y10",
	"Y11",
	"Y12",
	"Y13",
	"Mixed",
] as const;

/** Year groups of schools in England; Mixed stands for mixed or ungraded groups. */
export type YearGroup = (typeof yearGroups)[number];

/** The year's number, 0 for Reception, null for a mixed group. */
function yearNumber(code: YearGroup): number | null {
	if (code === "Mixed") return null;
	return code === "R" ? 0 : Number(code.slice(1));
}

/** "Reception", "Year 7", "Mixed or ungraded". */
export function yearGroupLabel(code: YearGroup): string {
	if (code === "R") return "Reception";
	return code === "Mixed" ? "Mixed or ungraded" : `Year ${yearNumber(code)}`;
}

/** The groups in which year groups are offered, in order; each year group is in exactly one. */
export const keyStages: readonly { label: string; yearGroups: readonly YearGroup[] }[] = [
	{ label: "Reception", yearGroups: ["R"] },
	{ label: "Key stage 1", yearGroups: ["Y1", "Y2"] },
	{ label: "Key stage 2", yearGroups: ["Y3", "Y4", "Y5", "Y6"] },
	{ label: "Key stage 3", yearGroups: ["Y7", "Y8", "Y9"] },
	{ label: "Key stage 4", yearGroups: ["Y10", "Y11"] },
	{ label: "Post-16", yearGroups: ["Y12", "Y13"] },
	{ label: "Other", yearGroups: ["Mixed"] },
];

/** Youngest first, mixed last, each once. */
export function sortYearGroups(codes: Iterable<YearGroup>): YearGroup[] {
	const given = new Set(codes);
	return yearGroups.filter((code) => given.has(code));
}

/** "Year 7", "Years 7 and 8", "Years 7 to 9 and 11", "Reception, Years 1 and 2"; "" for none. */
export function formatYearGroups(codes: Iterable<YearGroup>): string {
	const sorted = sortYearGroups(codes);
	const known = sorted.map(yearNumber).filter((number) => number !== null);
	const numbers = known.filter((number) => number > 0);
	const [first, ...others] = runsOf(numbers);
	const words = [
		...(sorted.includes("R") ? ["Reception"] : []),
		...(first ? [`${numbers.length === 1 ? "Year" : "Years"} ${first}`, ...others] : []),
		...(sorted.includes("Mixed") ? ["mixed or ungraded"] : []),
	];
	const text = listOf(words);
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 7, 8, 9, 11 as "7 to 9", "11"; two in a row stay apart. */
function runsOf(numbers: readonly number[]): string[] {
	const runs: number[][] = [];
	for (const number of numbers) {
		const run = runs.at(-1);
		if (run?.at(-1) === number - 1) run.push(number);
		else runs.push([number]);
	}
	return runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run.map(String)));
}

/**
 * The cohort as the starting academic year of its Reception: Year 9 in 2025 and Year 10 in 2026 are
 * both 2016. Null for mixed groups, which no one can follow.
 */
export function cohortOf(code: YearGroup, academicYear: number): number | null {
	const number = yearNumber(code);
	return number === null ? null : academicYear - number;
}

/** What a cohort is in a given academic year; null before Reception and after Year 13. */
export function yearGroupOfCohort(cohort: number, academicYear: number): YearGroup | null {
	return yearGroups.find((code) => cohortOf(code, academicYear) === cohort) ?? null;
}

/** The same in the middle of a sentence: "year 7", "years 7 and 8". */
export function yearGroupsInSentence(codes: Iterable<YearGroup>): string {
	const text = formatYearGroups(codes);
	return text.charAt(0).toLowerCase() + text.slice(1);
}
