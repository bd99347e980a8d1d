import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

interface Bookable {
	id: string;
	yearGroups: readonly YearGroup[];
}

/** A programme for a gap, and those of its year groups that it suits. */
export interface Proposal {
	programmeId: string;
	yearGroups: YearGroup[];
}

/**
 * The programme that suits most of the year groups, the first in the list of those that suit as
 * many. A mixed group may have any of them: where none is for mixed groups, the first is proposed.
 */
export function bestProgramme(
	programmes: readonly Bookable[],
	gap: readonly YearGroup[],
): Proposal | null {
	const proposals = programmes.map(({ id, yearGroups }) => ({
		programmeId: id,
		yearGroups: gap.filter((group) => group === "Mixed" || yearGroups.includes(group)),
		exact: gap.filter((group) => yearGroups.includes(group)).length,
	}));
	const [best] = proposals.sort((a, b) => b.exact - a.exact);
	if (!best || best.yearGroups.length === 0) return null;
	return { programmeId: best.programmeId, yearGroups: best.yearGroups };
}
