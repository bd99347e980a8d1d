import type { ProgrammeRecord } from "#app/data/programmes.ts";
import { formatCount, listOf } from "#app/domain/format-number.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface ProgrammeRow {
	id: string;
	name: string;
	retired: boolean;
	length: string;
	yearGroups: string;
	largestGroup: string;
	/** "2, with Northmoor Police". */
	facilitators: string;
}

export interface ThemeRows {
	id: string;
	name: string;
	rows: ProgrammeRow[];
}

/** Programmes, sorted by theme as they come, under their themes. */
export function programmesByTheme(programmes: readonly ProgrammeRecord[]): ThemeRows[] {
	const themes = new Map<string, ThemeRows>();
	for (const programme of programmes) {
		const { id, name } = programme.theme;
		const theme = themes.get(id) ?? { id, name, rows: [] };
		theme.rows.push(programmeRow(programme));
		themes.set(id, theme);
	}
	return [...themes.values()];
}

function programmeRow(programme: ProgrammeRecord): ProgrammeRow {
	const { id, name, retiredAt, lengthMinutes, yearGroups, largestGroup } = programme;
	return {
		id,
		name,
		retired: retiredAt !== null,
		length: `${lengthMinutes} minutes`,
		yearGroups: formatYearGroups(yearGroups) || "Any",
		largestGroup: largestGroup === null ? "Any size" : formatCount(largestGroup),
		facilitators: facilitatorWords(programme),
	};
}

/** "2", "2, with Northmoor Police and Northmoor Fire". */
export function facilitatorWords({
	facilitatorsNeeded,
	agenciesNeeded,
}: Pick<ProgrammeRecord, "facilitatorsNeeded" | "agenciesNeeded">): string {
	const names = agenciesNeeded.map(({ name }) => name);
	const present = names.length > 0 ? `, with ${listOf(names)}` : "";
	return `${facilitatorsNeeded}${present}`;
}

export function ProgrammeTable({ theme, rows }: { theme: string; rows: ProgrammeRow[] }) {
	return (
		<DataTable
			caption={`Programmes on ${theme}`}
			captionHidden
			rows={rows}
			rowKey={({ id }) => id}
			empty={null}
			columns={[
				{
					key: "name",
					header: "Programme",
					rowHeader: true,
					cell: ({ id, name, retired }) => (
						<>
							<AppLink className="govuk-link" href={`/programmes/${id}`}>
								{name}
							</AppLink>{" "}
							{retired && <Tag>Retired</Tag>}
						</>
					),
				},
				{ key: "length", header: "Length", cell: ({ length }) => length },
				{ key: "years", header: "Year groups", cell: ({ yearGroups }) => yearGroups },
				{ key: "largest", header: "Largest group", cell: ({ largestGroup }) => largestGroup },
				{ key: "people", header: "Facilitators", cell: ({ facilitators }) => facilitators },
			]}
		/>
	);
}
