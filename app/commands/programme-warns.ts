import type { SessionRecord } from "#app/data/sessions.ts";
import type { WarningFacts } from "#app/domain/sessions/warnings.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

/** A booked session's programme as the warnings weigh it. */
export function programmeWarns(programme: SessionRecord["programme"]): WarningFacts["programme"] {
	return {
		id: programme.id,
		theme: programme.theme,
		title: programme.name,
		largestGroup: programme.largestGroup,
		facilitatorsNeeded: programme.facilitatorsNeeded,
		agenciesNeeded: programme.agenciesNeeded.map(({ id, name }) => ({ id, name })),
		yearGroups: programme.yearGroups.split(",").filter((code) => code !== "") as YearGroup[],
	};
}
