import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { findBookableProgramme, findFacilitators } from "#app/data/warning-facts.ts";
import type { Warning, WarningCode } from "#app/domain/sessions/warnings.ts";
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

const aboutTime: readonly WarningCode[] = ["in_the_past", "short_notice", "outside_school_hours"];
const aboutPeople: readonly WarningCode[] = [
	"too_few_facilitators",
	"unqualified",
	"agency_missing",
];
const aboutGroup: readonly WarningCode[] = ["too_large_group", "year_group_unusual"];
const aboutCohort: readonly WarningCode[] = ["same_cohort"];

/** What can be said against a booking from what is filled in so far; writes nothing. */
export async function weighDraft(context: CommandContext, draft: Draft): Promise<Warning[]> {
	const { client } = context.database;
	const programme = draft.programme && (await findBookableProgramme(client, draft.programme));
	const facilitators = programme
		? await findFacilitators(client, draft.facilitators, programme.id)
		: [];
	const schoolSessions = draft.venue ? await readSchoolSessions(client, draft.venue) : [];
	const about = [
		...(facilitators.length > 0 ? aboutPeople : []),
		...(programme ? aboutGroup : []),
		...(programme && draft.interval ? aboutCohort : []),
		...(draft.interval ? aboutTime : []),
	];
	const weighed = {
		programme: programme ? programme.warns : anyProgramme,
		facilitators,
		schoolSessions,
		yearGroups: draft.yearGroups,
		expectedYoungPeople: draft.expectedYoungPeople ?? 0,
		interval: draft.interval ?? { start: context.now, end: context.now },
	};
	return weighSession(context, weighed, { about, given: [] }).warnings;
}

const anyProgramme = {
	id: "",
	theme: { id: "", name: "" },
	title: "",
	largestGroup: null,
	facilitatorsNeeded: 0,
	agenciesNeeded: [],
	yearGroups: [],
};
