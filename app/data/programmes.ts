import { byName } from "#app/domain/names.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { byRetirement, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { byPosition } from "./themes.ts";

const whole = {
	theme: true,
	agenciesNeeded: { select: naming },
} satisfies Prisma.ProgrammeInclude;

type Row = Prisma.ProgrammeGetPayload<{ include: typeof whole }>;

export interface ProgrammeRecord extends Omit<Row, "yearGroups" | "agenciesNeeded"> {
	/** None where it suits every year group. */
	yearGroups: YearGroup[];
	agenciesNeeded: NamedThing[];
}

/** Year groups as they are kept, "Y7,Y8", as a list. */
export function yearGroupsOf(kept: string): YearGroup[] {
	return kept.split(",").filter((code) => code !== "") as YearGroup[];
}

function recordOf(row: Row): ProgrammeRecord {
	return {
		...row,
		yearGroups: yearGroupsOf(row.yearGroups),
		agenciesNeeded: row.agenciesNeeded.map(named).sort(byName),
	};
}

/** Every programme, by theme and name, retired ones last within their theme. */
export async function listProgrammes(
	reader: Reader,
	{ retired }: { retired: "include" | "exclude" },
): Promise<ProgrammeRecord[]> {
	const rows = await reader.programme.findMany({
		where: retired === "exclude" ? { retiredAt: null } : {},
		include: whole,
	});
	return rows
		.map(recordOf)
		.sort((a, b) => byPosition(a.theme, b.theme) || byRetirement(a, b) || byName(a, b));
}

/** A programme by its id or by its slug, as the API names it; null when unknown. */
export async function findProgramme(
	reader: Reader,
	idOrSlug: string,
): Promise<ProgrammeRecord | null> {
	const row = await reader.programme.findFirst({
		where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }] },
		include: whole,
	});
	return row && recordOf(row);
}

/** Every programme's name and slug, retired ones too: no two may be alike. */
export async function readProgrammeNames(
	reader: Reader,
): Promise<(NamedThing & { slug: string })[]> {
	const rows = await reader.programme.findMany({ select: { ...naming, slug: true } });
	return rows.map((row) => ({ ...named(row), slug: row.slug }));
}

/** What a booking or a request offers, a theme at a time: themes without programmes are left out. */
export interface ProgrammeChoices {
	theme: { id: string; name: string };
	programmes: ProgrammeRecord[];
}

export async function readProgrammeChoices(reader: Reader): Promise<ProgrammeChoices[]> {
	const themes = new Map<string, ProgrammeChoices>();
	for (const programme of await listProgrammes(reader, { retired: "exclude" })) {
		const { id, name } = programme.theme;
		const choices = themes.get(id) ?? { theme: { id, name }, programmes: [] };
		choices.programmes.push(programme);
		themes.set(id, choices);
	}
	return [...themes.values()];
}

export interface ProgrammeFields {
	name: string;
	themeId: string;
	summary: string;
	lengthMinutes: number;
	yearGroups: readonly YearGroup[];
	largestGroup: number | null;
	facilitatorsNeeded: number;
	agencyIds: readonly string[];
	schoolProvides: string;
	bring: string;
}

function columns({ agencyIds, yearGroups, ...fields }: ProgrammeFields) {
	return {
		fields: { ...fields, yearGroups: yearGroups.join(",") },
		agencies: agencyIds.map((id) => ({ id })),
	};
}

/** @param slug stays for the programme's life, whatever its name becomes */
export async function insertProgramme(
	tx: Transaction,
	programme: ProgrammeFields & { slug: string },
): Promise<string> {
	const { fields, agencies } = columns(programme);
	const { id } = await tx.programme.create({
		data: { ...fields, slug: programme.slug, agenciesNeeded: { connect: agencies } },
	});
	return id;
}

export async function updateProgramme(
	tx: Transaction,
	id: string,
	programme: ProgrammeFields,
): Promise<void> {
	const { fields, agencies } = columns(programme);
	await tx.programme.update({
		where: { id },
		data: { ...fields, agenciesNeeded: { set: agencies } },
	});
}

export async function setProgrammeRetired(
	tx: Transaction,
	id: string,
	retiredAt: Date | null,
): Promise<void> {
	await tx.programme.update({ where: { id }, data: { retiredAt } });
}
