import type { DaySheetRecord } from "#app/data/day-sheets.ts";
import { type Actor, may, maySeeNotes } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { venueAddress } from "#app/domain/invites/session-facts.ts";
import { type SessionStatus, shownStatusOf } from "#app/domain/sessions/status.ts";
import {
	formatYearGroups,
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";

interface Reader {
	actor: Actor;
	now: Date;
	zone: string;
	/** How each facilitator gets there, a line each. */
	travel: readonly string[];
}

export type DaySheetFacts = ReturnType<typeof daySheetFacts>;

/** What stands on the sheet of one session; what the reader may not see is not in it. */
export function daySheetFacts(session: DaySheetRecord, { actor, now, zone, travel }: Reader) {
	const { venue, programme, team, assignments, startsAt, endsAt } = session;
	const facilitatorIds = assignments.map(({ personId }) => personId);
	const privately = maySeeNotes(actor, { facilitatorIds });
	const numbers = may(actor.role, "contacts.view");
	const yearGroups = sortYearGroups(session.yearGroups.map((row) => row.yearGroup as YearGroup));
	const expected = countOf(session.expectedYoungPeople, "young person", "young people");
	return {
		reference: session.reference,
		title: `${programme.name} at ${venue.name}`,
		when: formatSessionTime(startsAt, endsAt, zone),
		status: shownStatusOf({ status: session.status as SessionStatus, endsAt }, now),
		rows: [
			{
				key: "Where",
				value: [venueAddress(venue), venue.district?.name].filter(Boolean).join("; "),
			},
			{ key: "Room", value: session.room ?? "" },
			{ key: "Travel", value: travel.join("\n") },
			{ key: "Parking", value: venue.parking },
			{ key: "Reception", value: venue.reception },
			{
				key: "Who for",
				value: [formatYearGroups(yearGroups), `${expected} expected`].filter(Boolean).join(", "),
			},
			{
				key: "Delivering",
				value: assignments.map(({ person, lead }) => personWords(person, lead, numbers)).join("\n"),
			},
			{
				key: "At the venue",
				value: session.invites.map((invite) => contactWords(invite, numbers)).join("\n"),
			},
			{ key: "The school provides", value: session.prepare },
			{ key: "Team", value: [team.name, team.phone].filter(Boolean).join(", ") },
		],
		privately: privately ? [session.notes, venue.sensitivities].filter((text) => text !== "") : [],
		/** Boxes to fill in by hand. */
		boxes: [...yearGroups.map(yearGroupLabel), "Adults"],
	};
}

type Assigned = DaySheetRecord["assignments"][number]["person"];

function personWords({ name, agency, phone }: Assigned, lead: boolean, numbers: boolean): string {
	const about = [agency.name, lead && "lead", numbers && phone].filter(Boolean);
	return `${name} (${about.join(", ")})`;
}

function contactWords({ name, contact }: DaySheetRecord["invites"][number], numbers: boolean) {
	const about = [contact?.role, numbers && contact?.phone].filter(Boolean);
	return about.length > 0 ? `${name} (${about.join(", ")})` : name;
}
