import type { AcceptedSession } from "#app/commands/accept-request.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { MAX_AT_ONCE } from "#app/domain/sessions/batch.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder } from "#app/http/parse-form.ts";
import { idOf, idsOf, reasonsOf } from "#app/routes/sessions/form-fields.ts";
import { readSessionForm } from "#app/routes/sessions/session-form-input.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/** One session that the request may become, as typed. */
export interface RowAnswers {
	/** What its fields' names begin with, "s1". */
	prefix: string;
	/** Whether it is to be booked. */
	take: boolean;
	programme: string;
	date: string;
	start: string;
	end: string;
	room: string;
	yearGroups: string[];
	expectedYoungPeople: string;
	/** The first leads. */
	facilitators: string[];
	reasons: Record<string, string>;
}

export interface AcceptAnswers {
	team: string;
	rows: RowAnswers[];
}

/** As many sessions as one page can be worked through with. */
const MAX_ROWS = 12;
const MINUTES_A_DAY = 24 * 60;

const prefixOf = (at: number) => `s${at + 1}`;

/**
 * What the request asks for, filled in: each programme once for each group, one after the other from
 * the date that was agreed, or the first one asked for.
 */
export function answersFor(request: RequestRecord, team: string): AcceptAnswers {
	const { programmes, groups, status, offeredDate, offeredStart, dates } = request;
	const agreed = status === "agreed" ? offeredDate : null;
	const date = agreed ?? dates[0]?.date ?? "";
	const start = (agreed && offeredStart) || "09:00";
	const wanted = Array.from({ length: groups }, (_, group) => group)
		.flatMap((group) => programmes.map((programme) => ({ group, programme })))
		.slice(0, MAX_ROWS);
	let minute = minutesOf(start);
	const rows = wanted.map(({ group, programme }, at): RowAnswers => {
		const [from, to] = [minute, minute + programme.lengthMinutes];
		minute = to;
		// why blank: what does not fit into the day is for the coordinator to place.
		const fits = to < MINUTES_A_DAY;
		return {
			prefix: prefixOf(at),
			take: true,
			programme: programme.id,
			date,
			start: fits ? clockOf(from) : "",
			end: fits ? clockOf(to) : "",
			room: request.room,
			yearGroups: request.yearGroups,
			expectedYoungPeople: String(shareOf(request.expectedYoungPeople, groups, group)),
			facilitators: [],
			reasons: {},
		};
	});
	return { team, rows };
}

/** Groups as even as they can be, the larger ones first. */
function shareOf(total: number, groups: number, group: number): number {
	return Math.floor(total / groups) + (group < total % groups ? 1 : 0);
}

function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(":").map(Number);
	return hours * 60 + minutes;
}

function clockOf(minutes: number): string {
	const pad = (part: number) => String(part).padStart(2, "0");
	return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function acceptAnswers(fields: Fields): AcceptAnswers {
	const sent = Array.from({ length: MAX_AT_ONCE }, (_, at) => prefixOf(at)).filter((prefix) =>
		Object.hasOwn(fields, `${prefix}.programme`),
	);
	return {
		team: idOf(fields, "team") ?? "",
		rows: sent.map((prefix) => {
			const own = fieldsUnder(prefix, fields);
			const text = (name: string) => textOf(own, name);
			return {
				prefix,
				take: text("take") === "on",
				programme: idOf(own, "programme") ?? "",
				date: text("date"),
				start: text("start"),
				end: text("end"),
				room: text("room"),
				yearGroups: manyOf(own, "yearGroups"),
				expectedYoungPeople: text("expectedYoungPeople"),
				facilitators: idsOf(own, "facilitators"),
				reasons: reasonsOf(own),
			};
		}),
	};
}

/** The order of a row. */
const order = [
	"programme",
	"date",
	"start",
	"end",
	"room",
	"yearGroups",
	"expectedYoungPeople",
	"facilitators",
];

export type ReadAccept =
	| { ok: true; sessions: AcceptedSession[]; taken: RowAnswers[] }
	| { ok: false; errors: FieldErrors };

/** Every row that is to be booked, checked by the schema of a single booking. */
export function readAccept(
	fields: Fields,
	{ rows, team }: AcceptAnswers,
	{ zone, venueId, provisional }: { zone: string; venueId: string; provisional: boolean },
): ReadAccept {
	const taken = rows.filter(({ take }) => take);
	if (taken.length === 0) {
		return { ok: false, errors: [{ field: "s1.take", message: "Choose at least one to book" }] };
	}
	const read = taken.map(({ prefix }) => {
		const own = fieldsUnder(prefix, fields);
		// why nobody yet: the contact is whoever asked, and is added with the booking.
		const given = { venue: venueId, team, contacts: [], provisional, notes: "" };
		return readSessionForm(sessionInput, own, { asksWhen: true, zone, order, given });
	});
	const errors = read.flatMap((row, at) => (row.ok ? [] : rowErrors(taken[at], row.errors)));
	const sessions = read.flatMap((row) => (row.ok ? [row.data] : []));
	return errors.length > 0 ? { ok: false, errors } : { ok: true, sessions, taken };
}

/** A row's errors under the names of its fields, and told apart from those of the other rows. */
export function rowErrors(row: RowAnswers | undefined, errors: FieldErrors): FieldErrors {
	if (!row) return [];
	const number = row.prefix.slice(1);
	return errors.map(({ field, message }) => ({
		field: field === "team" ? "team" : `${row.prefix}.${field || "take"}`,
		message: field === "team" ? message : `Session ${number}: ${message}`,
	}));
}
