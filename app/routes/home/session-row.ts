import type { ListedSession } from "#app/data/listed-sessions.ts";
import { formatTime } from "#app/domain/format-time.ts";

export type SessionRow = ReturnType<typeof sessionRow>;

/** One session in a list of one day. */
export function sessionRow(session: ListedSession, zone: string) {
	const { reference, programme, venue, people, status, startsAt, endsAt } = session;
	const time = `${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`;
	return { reference, time, programme, venue, people: people.join(", "), status };
}
