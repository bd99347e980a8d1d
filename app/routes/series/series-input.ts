import { type Slot, seriesSlots } from "#app/domain/sessions/series.ts";
import { whenBoxes } from "#app/domain/sessions/when-boxes.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { readBooking } from "#app/routes/sessions/booking-answers.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { aboutFields, type SeriesAnswers, type SeriesRow } from "./series-answers.ts";

interface Asked {
	zone: string;
	provisional?: boolean;
	/** Whether the reasons given are part of it; what is unusual can be told without. */
	reasons?: boolean;
}

/** One of the sessions with what they share, as the form of a single booking would have sent it. */
export function readSeriesRow(
	fields: Fields,
	row: SeriesRow,
	{ zone, provisional = false, reasons = false }: Asked,
) {
	const { lead: _lead, ...about } = aboutFields(fields);
	const isReason = ([name]: [string, unknown]) => name.startsWith("override.");
	const shared = Object.entries(about).filter((entry) => !isReason(entry));
	const given = reasons ? Object.entries(fields).filter(isReason) : [];
	return readBooking(
		{ ...Object.fromEntries([...shared, ...given]), ...fieldsFrom({ ...row }) },
		{ zone, provisional },
	);
}

type Described = { ok: true; rows: SeriesRow[] } | { ok: false; errors: FieldErrors };

/** The sessions that a description means, all alike but in time; or what is wrong with it. */
export function describedRows(fields: Fields, answers: SeriesAnswers, zone: string): Described {
	const { booking, asked } = answers;
	const series = seriesSlots(asked);
	const rows = (series.ok ? series.slots : [standIn]).map((slot) => ({
		...slot,
		programme: booking.programme,
		room: booking.room,
		yearGroups: booking.yearGroups,
		expectedYoungPeople: booking.expectedYoungPeople,
		facilitators: booking.facilitators,
	}));
	const [first] = rows;
	const input = first && readSeriesRow(fields, first, { zone });
	// why not the times: those that do not exist are shown at the sessions themselves.
	const others = input && !input.ok ? input.errors.filter(({ field }) => !isWhen(field)) : [];
	const errors = [...(series.ok ? [] : series.problems), ...others].sort(
		(a, b) => order.indexOf(a.field) - order.indexOf(b.field),
	);
	return series.ok && errors.length === 0 ? { ok: true, rows } : { ok: false, errors };
}

/** why: the rest of the form is judged even while its times cannot be. */
const standIn: Slot = { date: "2027-01-14", start: "09:00", end: "" };

function isWhen(field: string): boolean {
	return (whenBoxes as readonly string[]).includes(field);
}

/** The order of the page. */
const order = [
	...["programme", "venue", "yearGroups", "expectedYoungPeople", "contacts"],
	...["date", "times", "every", "until", "days", "skip", "room"],
	...["team", "facilitators", "lead", "notes"],
];
