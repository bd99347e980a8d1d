import type { TroubledSession } from "#app/data/stand-ins.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";

/** Stand-ins that are named; more are on the session's own page. */
const SHOWN = 4;

export type TroubledRow = ReturnType<typeof troubledRows>[number];

/** Sessions to sort out, each with the address that puts a stand-in on it in one more step. */
export function troubledRows(sessions: readonly TroubledSession[], awayId: string, zone: string) {
	return sessions.map((session) => {
		const { reference, programmeName, venueName, startsAt, endsAt, standIns } = session;
		return {
			reference,
			what: `${programmeName} at ${venueName}`,
			when: formatSessionTime(startsAt, endsAt, zone),
			standIns: standIns.slice(0, SHOWN).map(({ id, name }) => ({
				name,
				href: standInHref(session, awayId, id),
			})),
			more: Math.max(0, standIns.length - SHOWN),
		};
	});
}

function standInHref(session: TroubledSession, awayId: string, standInId: string): string {
	const { reference, facilitatorIds, contactIds } = session;
	const ids = facilitatorIds.map((id) => (id === awayId ? standInId : id));
	const query = new URLSearchParams([
		["ask", "people"],
		...ids.map((id) => ["facilitators", id]),
		["lead", ids[0] ?? ""],
		...contactIds.map((id) => ["contacts", id]),
	]);
	return `/sessions/${reference}/people/edit?${query}`;
}
