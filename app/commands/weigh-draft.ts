import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { readSessionTime } from "#app/data/session-time.ts";
import { findBookableProgramme, findFacilitators } from "#app/data/warning-facts.ts";
import { type Warning, type WarningCode, warningsAbout } from "#app/domain/sessions/warnings.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Interval } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";
import { weighSession } from "./weigh-session.ts";

/** A booking that is still being filled in. */
export interface Draft {
	programme: string | null;
	venue: string | null;
	yearGroups: readonly YearGroup[];
	expectedYoungPeople: number | null;
	interval: Interval | null;
	facilitators: readonly string[];
}

/** What only the choice of a programme can be judged by. */
const ofProgramme: readonly WarningCode[] = [
	"too_few_facilitators",
	"unqualified",
	"agency_missing",
	"too_large_group",
	"year_group_unusual",
	"same_cohort",
];
const aboutGroup: readonly WarningCode[] = ["too_large_group", "year_group_unusual"];

/** What can be said against a booking from what is filled in so far; writes nothing. */
export async function weighDraft(context: CommandContext, draft: Draft): Promise<Warning[]> {
	const { client } = context.database;
	const programme = draft.programme && (await findBookableProgramme(client, draft.programme));
	const [facilitators, time, schoolSessions] = await Promise.all([
		findFacilitators(client, draft.facilitators, programme ? programme.id : ""),
		draft.interval ? timeOf(context, draft, draft.interval) : nobodysTime,
		draft.venue ? readSchoolSessions(client, draft.venue) : [],
	]);
	const judged = new Set<WarningCode>([
		...(facilitators.length > 0 ? warningsAbout.people : []),
		...(draft.interval ? [...warningsAbout.time, "same_cohort" as const] : []),
		...aboutGroup,
	]);
	const about = [...judged].filter((code) => programme || !ofProgramme.includes(code));
	const weighed = {
		programme: programme ? programme.warns : anyProgramme,
		facilitators,
		schoolSessions,
		yearGroups: draft.yearGroups,
		expectedYoungPeople: draft.expectedYoungPeople ?? 0,
		interval: draft.interval ?? { start: context.now, end: context.now },
		time,
	};
	return weighSession(context, weighed, { about, given: [] }).warnings;
}

function timeOf({ database, settings }: CommandContext, draft: Draft, interval: Interval) {
	const { venue: venueId, facilitators: facilitatorIds } = draft;
	return readSessionTime(database.client, settings, { venueId, facilitatorIds, interval });
}

const nobodysTime = { venue: null, people: new Map() };

const anyProgramme = {
	id: "",
	theme: { id: "", name: "" },
	title: "",
	largestGroup: null,
	facilitatorsNeeded: 0,
	agenciesNeeded: [],
	yearGroups: [],
};
