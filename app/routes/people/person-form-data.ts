import { readAgencyChoices } from "#app/data/agencies.ts";
import type { Reader } from "#app/data/database.ts";
import type { PersonRecord } from "#app/data/people.ts";
import { readProgrammeChoices } from "#app/data/programmes.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { personInput } from "#app/domain/people/person-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder, parseWith } from "#app/http/parse-form.ts";
import type { Nouns } from "#app/http/register-words.ts";
import type { PersonChoices } from "./person-form.tsx";

export const personNouns: Nouns = {
	noun: "person",
	unique: { email: "email address" },
	choices: {
		agency: "an agency that is still in use",
		teams: "teams that are still in use",
		programmes: "programmes that are still in use",
	},
};

export async function readPersonChoices(reader: Reader): Promise<PersonChoices> {
	const [agencies, teams, themes] = await Promise.all([
		readAgencyChoices(reader),
		readTeamChoices(reader),
		readProgrammeChoices(reader),
	]);
	const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return {
		agencies: agencies.map(option),
		teams: teams.map(option),
		themes: themes.map(({ theme, programmes }) => ({
			name: theme.name,
			programmes: programmes.map(option),
		})),
	};
}

/** The last days stand in boxes of their own, named by programme. */
export function parsePerson(fields: Fields) {
	return parseWith(personInput, fields, { ...fields, until: fieldsUnder("until", fields) });
}

export function valuesOfPerson(person: PersonRecord): Fields {
	const { name, email, phone, agency, teams, qualifications } = person;
	const until = qualifications.map(({ programme, until: day }) => [`until.${programme.id}`, day]);
	return fieldsFrom({
		name,
		email,
		phone,
		agency: agency.id,
		teams: teams.map(({ id }) => id),
		programmes: qualifications.map(({ programme }) => programme.id),
		...Object.fromEntries(until),
	});
}
