import { readProgrammeChoices } from "#app/data/programmes.ts";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { readSeries, type SessionRecord } from "#app/data/sessions.ts";
import { may } from "#app/domain/access/permissions.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { cohortWords } from "#app/http/cohort-words.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { likeThis } from "./book-again.ts";
import { bookingAddress } from "./booking-address.ts";

export type AroundSession = Awaited<ReturnType<typeof aroundSession>>;

/** What stands around a session: what its year groups had here, and what was booked with it. */
export async function aroundSession(session: SessionRecord, { app, actor, zone }: Entered) {
	const { client } = app.database;
	const { reference, venueId, seriesId, localDate, yearGroups } = session;
	const [schoolSessions, themes, series] = await Promise.all([
		readSchoolSessions(client, venueId, reference),
		readProgrammeChoices(client),
		seriesId === null ? [] : readSeries(client, seriesId),
	]);
	// why the same day is left out by date, and this session by its reference: it is not its own past.
	const cohorts = cohortWords(schoolSessions, { date: localDate, yearGroups, themes }).map(
		(cohort) => ({
			...cohort,
			next: cohort.next.filter(({ id }) => id !== session.programmeId),
		}),
	);
	const mayBook = may(actor.role, "sessions.book");
	const like = likeThis(session);
	const links = cohorts.flatMap(({ yearGroup, next }) =>
		next.map(({ id }) => {
			const { facilitators: _people, ...place } = like;
			const prefill = { ...place, programme: id, yearGroups: [yearGroup] };
			return [`${yearGroup} ${id}`, bookingAddress(prefill)] as const;
		}),
	);
	return {
		cohorts,
		bookHrefs: (mayBook ? Object.fromEntries(links) : {}) as Record<string, string>,
		series: series
			.filter((other) => other.reference !== reference)
			.map((other) => ({
				reference: other.reference,
				when: formatSessionTime(other.startsAt, other.endsAt, zone),
				status: other.status === "confirmed" ? "" : statusLabels[other.status],
			})),
	};
}
