import { type ItemVerdict, weighSessions } from "#app/commands/book-sessions.ts";
import { formatDate, formatSessionTime } from "#app/domain/format-time.ts";
import { MAX_AT_ONCE } from "#app/domain/sessions/batch.ts";
import { seriesWords } from "#app/domain/sessions/series.ts";
import { formatYearGroups, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { isLocalDate } from "#app/domain/time.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { type BookingView, readBookingView } from "#app/routes/sessions/booking-view.ts";
import type { SeriesAnswers, SeriesRow } from "./series-answers.ts";
import { readSeriesRow } from "./series-input.ts";
import { type RowVerdict, verdictsOf, warningsOf } from "./series-verdict.ts";

export type SeriesView = Awaited<ReturnType<typeof readSeriesView>>;
export type SeriesRowShown = SeriesView["rows"][number];

/** The sessions that would be, each with what stands against it; writes nothing. */
export async function readSeriesView(entered: Entered, fields: Fields, answers: SeriesAnswers) {
	const { zone, command } = entered;
	const booking = await readBookingView(entered, answers.booking);
	const names = namesIn(booking);
	const rows = answers.rows.slice(0, MAX_AT_ONCE);
	const read = rows.map((row) => readSeriesRow(fields, row, { zone }));
	const readable = read.flatMap((one, place) => (one.ok ? [{ input: one.data, place }] : []));
	const places = readable.map(({ place }) => place);
	const weighed = await weighSessions(
		command,
		readable.map(({ input }) => input),
	);
	const verdicts = verdictsOf(read, weighed, { zone, places, names: names.people });
	return {
		shared: sharedWords(booking, answers),
		summary: seriesWords(rows),
		rows: rows.map((row, at) => ({
			...rowWords(row, weighed.items[places.indexOf(at)], names, zone),
			number: at + 1,
			...(verdicts[at] ?? nothing),
		})),
		warnings: warningsOf(verdicts),
		messages: weighed.messages,
		/** How many cannot be booked as they are. */
		refused: verdicts.filter(({ problems }) => problems.length > 0).length,
		verdicts,
	};
}

const nothing: RowVerdict = { problems: [], warnings: [] };

interface Names {
	people: ReadonlyMap<string, string>;
	programmes: ReadonlyMap<string, string>;
}

function namesIn({ facilitators, programmes }: BookingView): Names {
	const people = facilitators.flatMap(({ options }) => options);
	return {
		people: new Map(people.map(({ id, name }) => [id, name])),
		programmes: new Map(programmes.map(({ id, name }) => [id, name])),
	};
}

function sharedWords({ venue, contacts, teams, team }: BookingView, { booking }: SeriesAnswers) {
	const told = contacts.filter(({ id }) => booking.contacts.includes(id));
	return {
		venue: venue?.name ?? "",
		team: teams.find(({ id }) => id === team)?.name ?? "",
		contacts: told.map(({ name }) => name),
		hold: booking.hold,
	};
}

function rowWords(row: SeriesRow, item: ItemVerdict | undefined, names: Names, zone: string) {
	const groups = yearGroups.filter((code) => row.yearGroups.includes(code));
	const interval = item?.interval;
	return {
		when: interval ? formatSessionTime(interval.start, interval.end, zone) : asTyped(row),
		programme: names.programmes.get(row.programme) ?? "No programme",
		audience: [formatYearGroups(groups), row.expectedYoungPeople].filter((one) => one).join(", "),
		room: row.room,
		people: row.facilitators.map((id) => names.people.get(id) ?? "Somebody unknown"),
	};
}

function asTyped({ date, start, end }: SeriesRow): string {
	const day = isLocalDate(date) ? formatDate(date) : date;
	const times = [start, end].filter((time) => time !== "").join(" to ");
	return [day, times].filter((part) => part !== "").join(", ") || "No time";
}
