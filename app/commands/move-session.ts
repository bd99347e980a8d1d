import { changesBetween } from "#app/data/history.ts";
import { readSessionTime } from "#app/data/session-time.ts";
import { findFacilitators } from "#app/data/warning-facts.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import type { MoveInput } from "#app/domain/sessions/change-input.ts";
import { bookingTimes } from "#app/domain/sessions/session-input.ts";
import { warningsAbout } from "#app/domain/sessions/warnings.ts";
import { type ChangeTarget, changeSession, endedRefusal } from "./change-session.ts";
import type { CommandContext } from "./command-context.ts";
import { programmeWarns } from "./programme-warns.ts";
import type { SessionOutcome } from "./session-outcome.ts";
import { weighSession } from "./weigh-session.ts";

export interface ChangeOptions {
	needReasons: boolean;
	hold?: boolean;
}

/** Gives a session another time or room; every calendar that holds it is owed the move. */
export async function moveSession(
	context: CommandContext,
	target: ChangeTarget,
	input: MoveInput,
	options: ChangeOptions,
): Promise<SessionOutcome> {
	const { zone } = context.settings;
	return changeSession(context, target, async (session, tx) => {
		const ended = endedRefusal(session);
		if (ended) return ended;
		const usual = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
		const times = bookingTimes(input, zone, usual);
		if (!times.ok) return { ok: false, reason: "invalid_input", errors: times.errors };
		const { interval, localDate } = times;
		const ids = session.assignments.map(({ personId }) => personId);
		const time = await readSessionTime(tx, context.settings, {
			venueId: session.venueId,
			facilitatorIds: ids,
			interval,
			exceptReference: session.reference,
		});
		const { open, warnings, overrides } = weighSession(
			context,
			{
				...session,
				interval,
				time,
				programme: programmeWarns(session.programme),
				facilitators: await findFacilitators(tx, ids, session.programmeId),
			},
			{ about: warningsAbout.time, given: input.overrides, kept: session.overrides },
		);
		if (options.needReasons && open.length > 0) return { ok: false, reason: "warnings", warnings };
		const room = input.room ?? null;
		const words = (when: { startsAt: Date; endsAt: Date; room: string | null }) => ({
			time: formatSessionTime(when.startsAt, when.endsAt, zone),
			room: when.room,
		});
		const fields = { startsAt: interval.start, endsAt: interval.end, localDate, room, overrides };
		const labels = { time: "Time", room: "Room" };
		return {
			ok: true,
			fields,
			event: "session.moved",
			what: "Moved",
			changes: changesBetween(labels, words(session), words(fields)),
			why: input.why ?? null,
			warnings,
			hold: options.hold ?? false,
		};
	});
}
