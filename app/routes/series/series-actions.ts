import { bookSessions } from "#app/commands/book-sessions.ts";
import { countOf, listOf } from "#app/domain/format-number.ts";
import { MAX_AT_ONCE } from "#app/domain/sessions/batch.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { redirectWith } from "#app/http/respond.ts";
import { type BookingView, readBookingView } from "#app/routes/sessions/booking-view.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import {
	rowLike,
	rowOf,
	type SeriesAnswers,
	type SeriesRow,
	seriesAnswers,
} from "./series-answers.ts";
import { describedRows, readSeriesRow } from "./series-input.ts";
import { listErrors } from "./series-verdict.ts";
import { readSeriesView, type SeriesView } from "./series-view.ts";

interface Common {
	answers: SeriesAnswers;
	errors: FieldErrors;
	status: number;
}

/** What the page shows next: the description, the list of sessions, or one of them to be changed. */
export type SeriesPage =
	| (Common & { page: "describe"; view: BookingView })
	| (Common & { page: "list"; view: SeriesView })
	| (Common & { page: "row"; view: BookingView; row: SeriesRow; at: number });

export async function describePage(
	entered: Entered,
	answers: SeriesAnswers,
	errors: FieldErrors = [],
): Promise<SeriesPage> {
	const view = await readBookingView(entered, answers.booking);
	return { page: "describe", answers, view, errors, status: errors.length > 0 ? 422 : 200 };
}

async function listPage(
	entered: Entered,
	fields: Fields,
	answers: SeriesAnswers,
): Promise<SeriesPage> {
	const errors = sizeErrors(answers);
	const view = await readSeriesView(entered, fields, answers);
	return { page: "list", answers, view, errors, status: errors.length > 0 ? 422 : 200 };
}

function sizeErrors({ rows }: SeriesAnswers): FieldErrors {
	if (rows.length === 0) return [{ field: "", message: "Add at least one session" }];
	if (rows.length <= MAX_AT_ONCE) return [];
	const message = `Take some away: up to ${MAX_AT_ONCE} sessions can be booked at once`;
	return [{ field: "", message }];
}

interface RowAsked {
	at: number;
	row: SeriesRow;
	errors?: FieldErrors;
}

async function rowPage(
	entered: Entered,
	answers: SeriesAnswers,
	{ at, row, errors = [] }: RowAsked,
): Promise<SeriesPage> {
	const view = await readBookingView(entered, { ...answers.booking, ...row, lead: "" });
	return { page: "row", answers, view, row, at, errors, status: errors.length > 0 ? 422 : 200 };
}

/** What a button of the page asks for: "list", or with the place of a session "change.2". */
function askedFor(fields: Fields, { rows }: SeriesAnswers) {
	const [verb = "", nth = ""] = textOf(fields, "intent").split(".");
	const at = /^\d{1,3}$/.test(nth) ? Number(nth) : -1;
	return { verb, at, row: rows[at] };
}

/** Does what was asked for, and says what comes next. */
export async function answerSeries(
	entered: Entered,
	fields: Fields,
): Promise<Response | SeriesPage> {
	const answers = seriesAnswers(fields);
	const { verb, at, row } = askedFor(fields, answers);
	switch (verb) {
		case "list": {
			const described = describedRows(fields, answers, entered.zone);
			if (!described.ok) return describePage(entered, answers, described.errors);
			return listPage(entered, fields, { ...answers, rows: described.rows });
		}
		case "change":
			return row ? rowPage(entered, answers, { at, row }) : listPage(entered, fields, answers);
		case "add": {
			const like = answers.rows.at(-1) ?? answers.booking;
			return rowPage(entered, answers, { at: answers.rows.length, row: rowLike(like) });
		}
		case "remove": {
			const rows = answers.rows.filter((_row, place) => place !== at);
			return listPage(entered, fields, { ...answers, rows });
		}
		case "keep":
			return keepRow(entered, fields, { answers, at });
		case "check":
			return listPage(entered, fields, answers);
		case "book":
		case "provisional":
			return bookAll(entered, fields, { answers, provisional: verb === "provisional" });
		default:
			return describePage(entered, answers);
	}
}

interface Keeping {
	answers: SeriesAnswers;
	at: number;
}

async function keepRow(entered: Entered, fields: Fields, { answers, at }: Keeping) {
	const row = rowOf(fields);
	const place = at < 0 || at > answers.rows.length ? answers.rows.length : at;
	const input = readSeriesRow(fields, row, entered);
	if (!input.ok) return rowPage(entered, answers, { at: place, row, errors: input.errors });
	const rows = [...answers.rows.slice(0, place), row, ...answers.rows.slice(place + 1)];
	return listPage(entered, fields, { ...answers, rows });
}

interface Booking {
	answers: SeriesAnswers;
	provisional: boolean;
}

async function bookAll(
	entered: Entered,
	fields: Fields,
	{ answers, provisional }: Booking,
): Promise<Response | SeriesPage> {
	const { zone, command } = entered;
	if (sizeErrors(answers).length > 0) return listPage(entered, fields, answers);
	const read = answers.rows.map((row) =>
		readSeriesRow(fields, row, { zone, provisional, reasons: true }),
	);
	const inputs = read.flatMap((one) => (one.ok ? [one.data] : []));
	if (inputs.length < read.length) {
		const wrong = read.flatMap((one) => (one.ok ? [] : one.errors));
		return refusedPage(entered, fields, { answers, wrong, status: 422 });
	}
	const { once, hold } = answers.booking;
	const outcome = await bookSessions(command, inputs, { needReasons: true, once, hold });
	if (outcome.ok) {
		const references = outcome.sessions.map(({ reference }) => reference);
		const messages = outcome.sessions.reduce((sum, one) => sum + one.messages, 0);
		return redirectWith(entered.app, listingHref("/sessions", { ref: references }), {
			kind: "success",
			message: bookedWords(references, messages, { provisional, hold }),
		});
	}
	const clash =
		outcome.reason === "refused" &&
		outcome.items.some(({ clashes, within }) => clashes.length + within.length > 0);
	return refusedPage(entered, fields, { answers, wrong: [], status: clash ? 409 : 422 });
}

interface RefusedList {
	answers: SeriesAnswers;
	/** What is wrong with what was typed, of any of the sessions. */
	wrong: FieldErrors;
	status: number;
}

async function refusedPage(
	entered: Entered,
	fields: Fields,
	{ answers, wrong, status }: RefusedList,
): Promise<SeriesPage> {
	const view = await readSeriesView(entered, fields, answers);
	const reasons = wrong.filter(({ field }) => field.startsWith("override."));
	const known = new Map(
		[...reasons, ...listErrors(view.verdicts, answers.booking.reasons)].map((error) => [
			`${error.field} ${error.message}`,
			error,
		]),
	);
	const found = [...known.values()];
	// why it can be empty: what stood in the way may have been cancelled a moment ago.
	const again = {
		field: "",
		message: "Somebody else took one of these times a moment ago: try again",
	};
	return { page: "list", answers, view, errors: found.length > 0 ? found : [again], status };
}

interface How {
	provisional: boolean;
	hold: boolean;
}

function bookedWords(references: readonly string[], messages: number, how: How): string {
	const what = how.provisional ? "Kept as provisional" : "Booked";
	const invites = countOf(messages, "invite", "invites");
	const sent = how.hold ? `${invites} held back until you send them` : `${invites} on the way`;
	const named = references.length > 6 ? [] : [listOf(references)];
	const sessions = countOf(references.length, "session", "sessions");
	const told = messages === 0 ? "Nobody gets an invite yet" : sent;
	return `${[`${what}: ${sessions}`, ...named].join(", ")}. ${told}.`;
}
