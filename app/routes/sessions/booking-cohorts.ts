import type { Reader } from "#app/data/database.ts";
import type { ProgrammeChoices } from "#app/data/programmes.ts";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { cohortWords } from "#app/http/cohort-words.ts";

interface Chosen {
	venue: string;
	yearGroups: readonly string[];
	date: LocalDate;
	themes: readonly ProgrammeChoices[];
}

/** What the chosen year groups had at the chosen venue, and what could come next. */
export async function readCohorts(reader: Reader, chosen: Chosen) {
	const groups = yearGroups.filter((code) => chosen.yearGroups.includes(code));
	if (chosen.venue === "" || groups.length === 0) return [];
	const sessions = await readSchoolSessions(reader, chosen.venue);
	return cohortWords(sessions, { ...chosen, yearGroups: groups });
}
