import type { RequestRefusal } from "#app/commands/request-change.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { formatClock, formatDate, formatSessionTime } from "#app/domain/format-time.ts";
import { requestStatusLabels } from "#app/domain/requests/request-status.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { momentWords } from "./history-words.ts";

/** What a school asked for, in words, the same for the school and for those who answer it. */
export function askedWords(request: RequestRecord) {
	const { venueName, venueTown, venuePostcode } = request;
	return {
		school: [venueName, venueTown, venuePostcode].filter((part) => part !== "").join(", "),
		programmes: request.programmes.map(({ name }) => name),
		yearGroups: formatYearGroups(request.yearGroups),
		young: request.expectedYoungPeople,
		groups: request.groups,
		room: request.room,
		equipment: request.equipment,
		dates: request.dates.map(({ date, periods }) =>
			periods === "" ? formatDate(date) : `${formatDate(date)}, ${periods}`,
		),
		dsl: request.dslKnows ? "Knows of the request" : "Does not know yet",
		notes: request.notes,
	};
}

export function offerWords({
	offeredDate,
	offeredStart,
}: Pick<RequestRecord, "offeredDate" | "offeredStart">): string {
	if (offeredDate === null) return "";
	const day = formatDate(offeredDate);
	return offeredStart === null ? day : `${day}, ${formatClock(offeredStart)}`;
}

export function bookedWords({ sessions }: Pick<RequestRecord, "sessions">, zone: string) {
	return sessions.map(({ reference, startsAt, endsAt }) => ({
		reference,
		when: formatSessionTime(startsAt, endsAt, zone),
	}));
}

/** Why a step was not taken, as a page says it: who was there first, and where it stands now. */
export function stepRefusalMessage(
	refusal: Exclude<RequestRefusal, { reason: "not_found" }>,
	zone: string,
): string {
	const standing = requestStatusLabels[refusal.request.status].toLowerCase();
	const now = `The request is now “${standing}”`;
	if (refusal.reason === "illegal_transition") {
		return `${now}, and this can no longer be done with it`;
	}
	const { last } = refusal;
	if (!last) return `${now}. Look at it again before you go on`;
	const done = `${last.what.charAt(0).toLowerCase()}${last.what.slice(1)}`;
	return `${last.actorName} was there first (${done}, ${momentWords(last.at, zone)}). ${now}. Look at it again before you go on`;
}
