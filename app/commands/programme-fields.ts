import { readAgencyChoices } from "#app/data/agencies.ts";
import type { Transaction } from "#app/data/database.ts";
import {
	type ProgrammeFields,
	type ProgrammeRecord,
	readProgrammeNames,
} from "#app/data/programmes.ts";
import { readThemeChoices } from "#app/data/themes.ts";
import type { ProgrammeInput } from "#app/domain/programmes/programme-input.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { allAmong, nameRefusal, type RegisterRefusal, unknownChoice } from "./register-outcome.ts";

/** How history names what can change of a programme. */
export const programmeLabels = {
	name: "Name",
	theme: "Theme",
	summary: "Summary",
	lengthMinutes: "Length in minutes",
	yearGroups: "Year groups",
	largestGroup: "Largest group",
	facilitatorsNeeded: "Facilitators needed",
	agenciesNeeded: "Agencies needed",
	schoolProvides: "What the school provides",
	bring: "What to bring",
};

export function shownProgramme(programme: ProgrammeRecord | null) {
	return (
		programme && {
			...programme,
			theme: programme.theme.name,
			yearGroups: formatYearGroups(programme.yearGroups),
			agenciesNeeded: programme.agenciesNeeded.map(({ name }) => name),
		}
	);
}

export function programmeFields(input: ProgrammeInput): ProgrammeFields {
	const { theme, agenciesNeeded, summary, schoolProvides, bring, largestGroup, ...fields } = input;
	return {
		...fields,
		themeId: theme,
		agencyIds: agenciesNeeded,
		summary: summary ?? "",
		schoolProvides: schoolProvides ?? "",
		bring: bring ?? "",
		largestGroup: largestGroup ?? null,
	};
}

/** Why a programme cannot be saved as typed, or null. */
export async function programmeRefusal(
	tx: Transaction,
	input: ProgrammeInput,
	exceptId: string | null = null,
): Promise<RegisterRefusal | null> {
	const alike = nameRefusal(input.name, await readProgrammeNames(tx), exceptId);
	if (alike) return alike;
	if (!allAmong([input.theme], await readThemeChoices(tx))) return unknownChoice("theme");
	if (!allAmong(input.agenciesNeeded, await readAgencyChoices(tx))) {
		return unknownChoice("agenciesNeeded");
	}
	return null;
}
