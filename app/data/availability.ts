import { type Availability, availabilityIn } from "#app/domain/people/people-time.ts";
import type { Interval } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";
import { readSessionTimes } from "./session-time.ts";
import type { Settings } from "./settings.ts";

export interface AvailabilityQuestion {
	personIds: readonly string[];
	/** Each is asked by itself: alternatives, not a plan for all of them. */
	intervals: readonly Interval[];
	/** The session that is being changed, which keeps nobody from itself. */
	exceptReference?: string | null | undefined;
}

/**
 * Who could deliver when: for each interval, in the order asked, where each person stands. As many
 * queries for twenty intervals as for one. Qualifications are another question.
 */
export async function availabilityOf(
	reader: Reader,
	settings: Settings,
	{ personIds, intervals, exceptReference }: AvailabilityQuestion,
): Promise<Map<string, Availability>[]> {
	if (intervals.length === 0) return [];
	const times = await readSessionTimes(
		reader,
		settings,
		intervals.map((interval) => ({
			venueId: null,
			facilitatorIds: personIds,
			interval,
			exceptReference,
		})),
	);
	return times.map(({ people }, at) => {
		const interval = intervals[at];
		return new Map(
			interval
				? [...people].map(([id, time]) => [id, availabilityIn(time, interval, settings.zone)])
				: [],
		);
	});
}
