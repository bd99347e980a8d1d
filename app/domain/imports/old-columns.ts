import { yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";

const single = {
	date: "Date",
	start: "Start time",
	end: "End time",
	minutes: "Length in minutes",
	venue: "School or place: name",
	urn: "School: URN",
	postcode: "School or place: postcode",
	programme: "Programme",
	yearGroups: "Year groups",
	youngPeople: "Young people",
	adults: "Adults",
	counted: "Counted or estimated",
} as const;

export type OldColumn = keyof typeof single | `headcount.${string}`;

/** What a column of an old spreadsheet can be, with the words for it, in the order offered. */
export const oldColumns: readonly { code: OldColumn; label: string }[] = [
	...Object.entries(single).map(([code, label]) => ({ code: code as OldColumn, label })),
	...yearGroups.map((code) => ({
		code: `headcount.${code}` as OldColumn,
		label: `Young people: ${yearGroupLabel(code)}`,
	})),
];

const codes = new Set<string>(oldColumns.map(({ code }) => code));

export function isOldColumn(text: string): text is OldColumn {
	return codes.has(text);
}

export function oldColumnLabel(code: OldColumn): string {
	return oldColumns.find((column) => column.code === code)?.label ?? code;
}

/** A header as it is remembered from one file to the next. */
export function columnKey(header: string): string {
	return header.trim().replace(/\s+/g, " ").toLowerCase();
}

// In this order: the first that fits a header takes it, and "end date" must not become the date.
const guesses: readonly [OldColumn, RegExp][] = [
	["urn", /\burn\b|unique reference/],
	["postcode", /post ?code/],
	["end", /\b(end|finish|to)\b.*time|time.*\b(end|finish)|^(end|finish)$/],
	["start", /\b(start|from|begin).*time|time.*\b(start|from)|^(start|time|times)$/],
	["minutes", /minutes|\bmins?\b|duration|length/],
	["counted", /\bcounted\b|estimated|\best\b|actual or/],
	["date", /\bdate\b|^day$|^when$/],
	[
		"yearGroups",
		/^(school )?(years?|yrs?)([ -]?groups?)?( ?\(s\))?$|year ?groups?|key stage|^ks$|^class$/,
	],
	["adults", /adult|staff|teacher|professional|parent/],
	[
		"youngPeople",
		/young people|pupil|student|child|headcount|attend|reach|^yp$|no\.? of|number|^total$|^numbers?$/,
	],
	[
		"programme",
		/programme|program\b|session( (type|name|title))?$|workshop|topic|lesson|input|theme|subject/,
	],
	["venue", /school|venue|college|place|location|establishment|site|where|organisation/],
];

const yearHeader =
	/^(?:(?:no\.?|number|pupils?|students?)(?: of| in)? )?(?:year|yr|y) ?(\d{1,2})(?: (?:pupils?|students?|numbers?|no\.?|total|headcount))?$/;

/**
 * What each column probably is, for the coordinator to put right: what was chosen for a header of
 * that name before, else by its words. Nothing is taken twice; null where nothing fits.
 */
export function guessColumns(
	headers: readonly string[],
	remembered: Readonly<Record<string, string>> = {},
): (OldColumn | null)[] {
	const taken = new Set<OldColumn>();
	const found: (OldColumn | null)[] = headers.map(() => null);
	const take = (at: number, code: OldColumn | undefined) => {
		if (!code || found[at] || taken.has(code)) return;
		found[at] = code;
		taken.add(code);
	};
	for (const [at, header] of headers.entries()) {
		const before = remembered[columnKey(header)];
		if (before && isOldColumn(before)) take(at, before);
	}
	const fresh = headers.map((header) => (columnKey(header) in remembered ? "" : columnKey(header)));
	for (const [at, key] of fresh.entries()) {
		const year = yearHeader.exec(key.replaceAll("_", " "))?.[1];
		const code = `headcount.Y${Number(year)}`;
		if (year && isOldColumn(code)) take(at, code);
	}
	for (const [code, words] of guesses) {
		const at = fresh.findIndex(
			(key, index) => !found[index] && words.test(key.replaceAll("_", " ")),
		);
		take(at, at < 0 ? undefined : code);
	}
	return found;
}

/** What is missing or doubled in a choice of columns, as sentences; none when it can be used. */
export function columnProblems(chosen: readonly (OldColumn | null)[]): string[] {
	const used = chosen.filter((code) => code !== null);
	const problems: string[] = [];
	const twice = used.filter((code, at) => used.indexOf(code) !== at);
	for (const code of new Set(twice)) {
		problems.push(`Choose one column only for “${oldColumnLabel(code)}”`);
	}
	if (!used.includes("date")) problems.push("Choose the column that holds the date");
	if (!used.includes("venue") && !used.includes("urn")) {
		problems.push("Choose the column that holds the name of the school or place, or its URN");
	}
	if (!used.includes("youngPeople") && !used.some((code) => code.startsWith("headcount."))) {
		problems.push("Choose the column that holds the number of young people");
	}
	return problems;
}
