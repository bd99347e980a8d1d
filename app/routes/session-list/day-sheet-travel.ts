import type { Reader } from "#app/data/database.ts";
import type { DaySheetRecord } from "#app/data/day-sheets.ts";
import { readSessionTimes } from "#app/data/session-time.ts";
import type { Settings } from "#app/data/settings.ts";
import { type Leg, legsOf } from "#app/domain/travel/travel.ts";

/** How each facilitator gets to each session, a line each, by reference; in one batch of reads. */
export async function readDaySheetTravel(
	client: Reader,
	settings: Settings,
	sessions: readonly DaySheetRecord[],
): Promise<Map<string, string[]>> {
	const intervals = sessions.map(({ startsAt: start, endsAt: end }) => ({ start, end }));
	const times = await readSessionTimes(
		client,
		settings,
		sessions.map(({ reference, venueId, assignments, startsAt: start, endsAt: end }) => ({
			venueId,
			facilitatorIds: assignments.map(({ personId }) => personId),
			interval: { start, end },
			exceptReference: reference,
		})),
	);
	const { zone, travel } = settings;
	return new Map(
		sessions.map(({ reference, assignments }, at) => {
			const { venue, people } = times[at] ?? { venue: null, people: new Map() };
			const interval = intervals[at];
			const lines = assignments.flatMap(({ personId, person }) => {
				const time = people.get(personId);
				if (!venue || !interval || !time) return [];
				const legs = legsOf({ ...venue, interval }, time, { ...travel, zone });
				return legs.flatMap((leg) => wayLine(person.name, leg));
			});
			return [reference, lines];
		}),
	);
}

/** why nothing of an end at a place that is not on record: paper is for what helps. */
function wayLine(who: string, { kind, name, needed }: Leg): string[] {
	const comes = kind === "from_session" || kind === "from_base";
	if (!comes || needed === null || needed === 0) return [];
	return [`${who}: about ${needed} minutes from ${name}, setting up included`];
}
