import { byName } from "#app/domain/names.ts";
import { byRetirement, inUse, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";

/** Every team with its agencies and how many people it has, retired ones last. */
export async function listTeams(reader: Reader) {
	const rows = await reader.team.findMany({
		include: {
			agencies: { select: naming },
			_count: { select: { people: { where: { retiredAt: null } } } },
		},
	});
	return rows
		.map(({ _count, ...row }) => ({ ...row, people: _count.people }))
		.sort((a, b) => byRetirement(a, b) || byName(a, b));
}

/** A team with its agencies and its people in use, or null. */
export async function findTeam(reader: Reader, id: string) {
	return reader.team.findUnique({
		where: { id },
		include: { agencies: { select: naming }, people: inUse },
	});
}

export type TeamRecord = NonNullable<Awaited<ReturnType<typeof findTeam>>>;

/** Every team's name and prefix, retired ones too: no two may be alike. */
export async function readTeamNames(reader: Reader): Promise<(NamedThing & { prefix: string })[]> {
	const rows = await reader.team.findMany({ select: { ...naming, prefix: true } });
	return rows.map((row) => ({ ...named(row), prefix: row.prefix }));
}

/** The teams that can be chosen, by name. */
export async function readTeamChoices(
	reader: Reader,
): Promise<{ id: string; name: string; prefix: string }[]> {
	const rows = await reader.team.findMany({
		where: { retiredAt: null },
		select: { id: true, name: true, prefix: true },
	});
	return rows.sort(byName);
}

/** The team whose sessions carry a prefix in their references, other than one team; or null. */
export async function findTeamBehindReferences(
	reader: Reader,
	prefix: string,
	exceptTeamId: string | null,
): Promise<NamedThing | null> {
	const session = await reader.session.findFirst({
		where: {
			reference: { startsWith: `${prefix}-` },
			...(exceptTeamId !== null && { teamId: { not: exceptTeamId } }),
		},
		select: { team: { select: naming } },
	});
	return session && named(session.team);
}

export interface TeamFields {
	name: string;
	prefix: string;
	email: string;
	phone: string | null;
	agencyIds: readonly string[];
}

function columns({ agencyIds, ...fields }: TeamFields) {
	return { fields, agencies: agencyIds.map((id) => ({ id })) };
}

export async function insertTeam(tx: Transaction, team: TeamFields): Promise<string> {
	const { fields, agencies } = columns(team);
	const { id } = await tx.team.create({ data: { ...fields, agencies: { connect: agencies } } });
	return id;
}

export async function updateTeam(tx: Transaction, id: string, team: TeamFields): Promise<void> {
	const { fields, agencies } = columns(team);
	await tx.team.update({ where: { id }, data: { ...fields, agencies: { set: agencies } } });
}

export async function setTeamRetired(
	tx: Transaction,
	id: string,
	retiredAt: Date | null,
): Promise<void> {
	await tx.team.update({ where: { id }, data: { retiredAt } });
}
