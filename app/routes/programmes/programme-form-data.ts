import { readAgencyChoices } from "#app/data/agencies.ts";
import type { Reader } from "#app/data/database.ts";
import type { ProgrammeRecord } from "#app/data/programmes.ts";
import { readThemeChoices } from "#app/data/themes.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import type { ProgrammeFormChoices } from "./programme-form.tsx";

export const programmeNouns: Nouns = {
	noun: "programme",
	choices: {
		theme: "a theme that is still in use",
		agenciesNeeded: "agencies that are still in use",
	},
};

export async function readProgrammeFormChoices(reader: Reader): Promise<ProgrammeFormChoices> {
	const [themes, agencies] = await Promise.all([
		readThemeChoices(reader),
		readAgencyChoices(reader),
	]);
	const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return { themes: themes.map(option), agencies: agencies.map(option) };
}

export function valuesOfProgramme(programme: ProgrammeRecord): Fields {
	const { name, summary, lengthMinutes, yearGroups, largestGroup } = programme;
	const { facilitatorsNeeded, schoolProvides, bring, theme, agenciesNeeded } = programme;
	return fieldsFrom({
		name,
		theme: theme.id,
		summary,
		lengthMinutes,
		yearGroups,
		largestGroup,
		facilitatorsNeeded,
		agenciesNeeded: agenciesNeeded.map(({ id }) => id),
		schoolProvides,
		bring,
	});
}

/** What a new programme starts with: the usual lesson and one facilitator. */
export const newProgramme: Fields = { lengthMinutes: "60", facilitatorsNeeded: "1" };
