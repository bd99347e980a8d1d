import { readAgencyChoices } from "#app/data/agencies.ts";
import type { Transaction } from "#app/data/database.ts";
import { findTeamBehindReferences, readTeamNames, type TeamFields } from "#app/data/teams.ts";
import type { TeamInput } from "#app/domain/partnership/team-input.ts";
import {
	allAmong,
	nameRefusal,
	type RegisterRefusal,
	taken,
	unknownChoice,
} from "./register-outcome.ts";

/** How history names what can change of a team. */
export const teamLabels = {
	name: "Name",
	prefix: "Reference prefix",
	email: "Email address",
	phone: "Telephone number",
	agencies: "Agencies",
};

export function teamFields({ agencies, phone, ...input }: TeamInput): TeamFields {
	return { ...input, phone: phone ?? null, agencyIds: agencies };
}

/** Why a team cannot be saved as typed, or null. A prefix belongs to whoever ever used it. */
export async function teamRefusal(
	tx: Transaction,
	input: TeamInput,
	exceptId: string | null = null,
): Promise<RegisterRefusal | null> {
	const teams = await readTeamNames(tx);
	const alike = nameRefusal(input.name, teams, exceptId);
	if (alike) return alike;
	const holder =
		teams.find(({ id, prefix }) => id !== exceptId && prefix === input.prefix) ??
		(await findTeamBehindReferences(tx, input.prefix, exceptId));
	if (holder) return taken("prefix", holder);
	if (!allAmong(input.agencies, await readAgencyChoices(tx))) return unknownChoice("agencies");
	return null;
}
