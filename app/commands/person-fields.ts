import { readAgencyChoices } from "#app/data/agencies.ts";
import type { Transaction } from "#app/data/database.ts";
import type { Change } from "#app/data/history.ts";
import { changesBetween } from "#app/data/history.ts";
import { findPersonByEmail, type PersonFields, type PersonRecord } from "#app/data/people.ts";
import { readProgrammeNames } from "#app/data/programmes.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { PersonInput } from "#app/domain/people/person-input.ts";
import { allAmong, type RegisterRefusal, taken, unknownChoice } from "./register-outcome.ts";

const labels = { name: "Name", agency: "Agency", teams: "Teams", programmes: "May deliver" };

export function personFields({ agency, teams, phone, ...input }: PersonInput): PersonFields {
	return { ...input, phone: phone ?? null, agencyId: agency, teamIds: teams };
}

/** Why a person cannot be saved as typed, or null. */
export async function personRefusal(
	tx: Transaction,
	input: PersonInput,
	exceptId: string | null = null,
): Promise<RegisterRefusal | null> {
	const holder = await findPersonByEmail(tx, input.email, exceptId);
	if (holder) return taken("email", holder);
	if (!allAmong([input.agency], await readAgencyChoices(tx))) return unknownChoice("agency");
	if (!allAmong(input.teams, await readTeamChoices(tx))) return unknownChoice("teams");
	const programmes = (await readProgrammeNames(tx)).filter(({ retired }) => !retired);
	const chosen = input.qualifications.map(({ programmeId }) => programmeId);
	return allAmong(chosen, programmes) ? null : unknownChoice("programmes");
}

/**
 * What history tells of an edit. why not the address and the number themselves: history is kept for
 * good, and personal data must be able to go.
 */
export function personChanges(before: PersonRecord, after: PersonRecord | null): Change[] {
	const changed = (key: "email" | "phone", label: string): Change[] =>
		before[key] === after?.[key] ? [] : [{ label, to: "changed" }];
	return [
		...changesBetween(labels, shown(before), shown(after)),
		...changed("email", "Email address"),
		...changed("phone", "Telephone number"),
	];
}

function shown(person: PersonRecord | null) {
	return {
		name: person?.name,
		agency: person?.agency.name,
		teams: person?.teams.map(({ name }) => name),
		programmes: person?.qualifications.map(({ programme, until }) =>
			until === null ? programme.name : `${programme.name} (until ${formatPlainDate(until)})`,
		),
	};
}
