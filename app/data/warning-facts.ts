import type { WarningFacts } from "#app/domain/sessions/warnings.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";

/** A programme as the warnings weigh it, and what a booking takes from it; null when unknown. */
export async function findBookableProgramme(reader: Reader, id: string) {
	const row = await reader.programme.findUnique({
		where: { id },
		include: { agenciesNeeded: true, theme: { select: { id: true, name: true } } },
	});
	if (!row) return null;
	return {
		id: row.id,
		name: row.name,
		retired: row.retiredAt !== null,
		lengthMinutes: row.lengthMinutes,
		schoolProvides: row.schoolProvides,
		warns: {
			id: row.id,
			theme: row.theme,
			title: row.name,
			largestGroup: row.largestGroup,
			facilitatorsNeeded: row.facilitatorsNeeded,
			agenciesNeeded: row.agenciesNeeded.map(({ id: agencyId, name }) => ({ id: agencyId, name })),
			yearGroups: row.yearGroups.split(",").filter((code) => code !== "") as YearGroup[],
		} satisfies WarningFacts["programme"],
	};
}

export interface BookableFacilitator {
	id: string;
	name: string;
	email: string;
	retired: boolean;
	warns: Omit<WarningFacts["facilitators"][number], "time">;
}

/** The chosen facilitators in the order chosen, with their standing for one programme. */
export async function findFacilitators(
	reader: Reader,
	ids: readonly string[],
	programmeId: string,
): Promise<BookableFacilitator[]> {
	const rows = await reader.person.findMany({
		where: { id: { in: [...ids] } },
		include: { qualifications: { where: { programmeId } } },
	});
	const found = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		if (!row) return [];
		const [qualification] = row.qualifications;
		return [
			{
				id: row.id,
				name: row.name,
				email: row.email,
				retired: row.retiredAt !== null,
				warns: {
					name: row.name,
					agencyId: row.agencyId,
					onProgramme: qualification !== undefined,
					qualifiedUntil: qualification?.until ?? null,
				},
			},
		];
	});
}
