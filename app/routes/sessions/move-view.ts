import { moveSession } from "#app/commands/move-session.ts";
import { readDaySessions } from "#app/data/day-sessions.ts";
import { readVenueForBooking } from "#app/data/venues.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { bookingTimes } from "#app/domain/sessions/session-input.ts";
import { whenFromBoxes } from "#app/domain/sessions/when-boxes.ts";
import { isLocalDate } from "#app/domain/time.ts";
import { previewChange } from "./change-preview.ts";
import { dayOf, dayRows, minutesOf } from "./day-rows.ts";
import type { Changing } from "./enter-change.ts";
import { type MoveValues, movedFrom, readMove } from "./move-answers.ts";
import { readSchoolDay } from "./school-day.ts";

export type MoveView = Awaited<ReturnType<typeof readMoveView>>;

/** What a move would do and what the day it would be on looks like; writes nothing. */
export async function readMoveView(changing: Changing, values: MoveValues) {
	const { app, session, zone } = changing;
	const { client } = app.database;
	const day = dayOf(values.date, zone);
	const input = readMove(values, zone);
	const before = movedFrom(zone)(session);
	const moves = input.ok && JSON.stringify(values) !== JSON.stringify(before);
	const [place, schoolDay, sessions, preview] = await Promise.all([
		readVenueForBooking(client, session.venueId),
		readSchoolDay(client, session.venueId, isLocalDate(values.date) ? values.date : null),
		day ? readDaySessions(client, day) : [],
		moves
			? previewChange(changing, (context, target) =>
					moveSession(context, target, input.data, { needReasons: false }),
				)
			: null,
	]);
	const people = session.assignments.map(({ person }) => ({ id: person.id, name: person.name }));
	const plan = {
		date: values.date,
		zone,
		sessions,
		venue: session.venue,
		people,
		except: session.reference,
	};
	return {
		preview,
		rooms: place?.rooms ?? [],
		...schoolDay,
		minutes: Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000),
		day: isLocalDate(values.date)
			? { title: formatDate(values.date), rows: dayRows(plan), wanted: wantedOf(changing, values) }
			: null,
	};
}

function wantedOf({ session, zone }: Changing, values: MoveValues) {
	const asked = whenFromBoxes(values);
	if (!asked.ok) return null;
	const usual = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
	const times = bookingTimes(asked, zone, usual);
	return times.ok ? minutesOf(times.interval, values.date, zone) : null;
}
