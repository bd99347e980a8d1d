import { MAX_AT_ONCE } from "#app/domain/sessions/batch.ts";
import type { SeriesAsked } from "#app/domain/sessions/series.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder } from "#app/http/parse-form.ts";
import { type BookingAnswers, bookingAnswers } from "#app/routes/sessions/booking-answers.ts";

/** What one session of several has of its own. */
export interface SeriesRow {
	programme: string;
	date: string;
	start: string;
	end: string;
	room: string;
	yearGroups: string[];
	expectedYoungPeople: string;
	/** The first leads. */
	facilitators: string[];
}

export interface SeriesAnswers {
	/** What all of them share, and what each has at first. */
	booking: BookingAnswers;
	asked: SeriesAsked;
	/** Empty until they are listed. */
	rows: SeriesRow[];
}

/** The description is sent under this once the sessions are listed: its names are then the row's. */
export const ABOUT = "about";
const ROW = "row";

const askedNames = ["date", "times", "every", "until", "days", "skip"] as const;
const aboutNames = [
	...["venueQuery", "programme", "venue", "team", "yearGroups", "expectedYoungPeople", "contacts"],
	...["room", "facilitators", "lead", "notes", "hold"],
	...askedNames,
];

/** The fields of the description, wherever they stand. */
export function aboutFields(fields: Fields): Fields {
	const under = fieldsUnder(ABOUT, fields);
	return Object.keys(under).length > 0 ? under : fields;
}

export function seriesAnswers(fields: Fields): SeriesAnswers {
	const about = aboutFields(fields);
	const typed = Object.fromEntries(
		askedNames.map((name) => [name, manyOf(about, name).join(", ")]),
	) as Record<(typeof askedNames)[number], string>;
	const times = [typed.times, ...manyOf(about, "periods")].filter((time) => time !== "");
	const asked = { ...typed, times: times.join(", ") };
	const reasons = Object.entries(fields).filter(([name]) => name.startsWith("override."));
	const once = textOf(fields, "once");
	const [start = ""] = asked.times.split(",");
	return {
		booking: bookingAnswers({ ...about, ...Object.fromEntries(reasons), once, start }),
		asked,
		rows: readRows(fieldsUnder(ROW, fields)),
	};
}

function readRows(fields: Fields): SeriesRow[] {
	const rows: SeriesRow[] = [];
	// why one more: that they are too many has to be seen.
	for (let at = 0; at <= MAX_AT_ONCE && `${at}.date` in fields; at += 1) {
		rows.push(rowOf(fieldsUnder(String(at), fields)));
	}
	return rows;
}

/** One session from fields of these names, whoever leads first among those who deliver. */
export function rowOf(fields: Fields): SeriesRow {
	return rowLike(bookingAnswers(fields));
}

export function rowLike(other: SeriesRow): SeriesRow {
	const { programme, date, start, end, room, ...rest } = other;
	const { yearGroups, expectedYoungPeople, facilitators } = rest;
	return { programme, date, start, end, room, yearGroups, expectedYoungPeople, facilitators };
}

/**
 * The answers as hidden fields carry them from page to page.
 * @param reasons whether the page has no boxes of its own for them
 */
export function heldFields(
	{ booking, asked, rows }: SeriesAnswers,
	{ reasons }: { reasons: boolean },
): [string, string][] {
	const about: Record<string, string | string[]> = {
		...booking,
		...asked,
		hold: booking.hold ? "on" : "",
		reasons: [],
	};
	const held = aboutNames.flatMap((name) => pairs(`${ABOUT}.${name}`, about[name]));
	const ofRows = rows.flatMap((row, at) =>
		Object.entries(row).flatMap(([name, value]) => pairs(`${ROW}.${at}.${name}`, value)),
	);
	const given = reasons ? Object.entries(booking.reasons) : [];
	const ofWarnings = given.map(([code, reason]): [string, string] => [`override.${code}`, reason]);
	return [["once", booking.once], ...held, ...ofRows, ...ofWarnings];
}

function pairs(name: string, value: string | string[] | undefined): [string, string][] {
	return [value ?? []].flat().map((one) => [name, one]);
}
