import { redirect } from "react-router";
import type { Reader } from "#app/data/database.ts";
import { findImport, findLastApplied, readImportRows } from "#app/data/imports.ts";
import { readProgrammesToMatch } from "#app/data/old-sessions.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { countOf } from "#app/domain/format-number.ts";
import { guessColumns } from "#app/domain/imports/old-columns.ts";
import type { OldFileOptions, ReadOldFile } from "#app/domain/imports/old-file.ts";
import { oldOutcomes } from "#app/domain/imports/old-outcomes.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { notFound } from "#app/http/respond.ts";

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 60;

export interface FileColumn {
	/** As in the file; "Column 4" where it has no name. */
	header: string;
	/** The first few values that are there, in words. */
	examples: string;
}

/**
 * The columns of a file and what each probably is: as chosen before, as for the last file, or by
 * the words in the header.
 * @throws 404, or to the file's page when there is nothing to choose
 */
export async function readColumnChoice(reader: Reader, id: string) {
	const file = await findImport(reader, id);
	if (file?.kind !== "sessions") throw notFound();
	if (file.status !== "columns" && file.status !== "checked") throw redirect(`/imports/${id}`, 303);
	const { headers, rows } = file.result as ReadOldFile;
	const [last, teams, programmes, first] = await Promise.all([
		findLastApplied(reader, "sessions"),
		readTeamChoices(reader),
		readProgrammesToMatch(reader),
		readImportRows(reader, id, oldOutcomes, { take: 20 }),
	]);
	const cells = first.map((row) => row.cells as string[]);
	const chosen = file.options as Partial<OldFileOptions>;
	const before = (last?.options ?? {}) as Partial<OldFileOptions>;
	const columns = chosen.columns ?? guessColumns(headers, before.remembered);
	const known = chosen.teamId ? chosen : before;
	const values: Fields = {
		columns: columns.map((code) => code ?? ""),
		teamId: known.teamId ?? (teams.length === 1 ? (teams[0]?.id ?? "") : ""),
		programmeId: known.programmeId ?? "",
		counted: known.counted ?? "",
	};
	return {
		id,
		fileName: file.fileName,
		rows: countOf(rows, "row", "rows"),
		columns: headers.map((header, at) => ({
			header: header || `Column ${at + 1}`,
			examples: examplesOf(cells.map((row) => row[at] ?? "")),
		})),
		values,
		teams: teams.map((team) => ({ value: team.id, label: team.name })),
		programmes: programmes.map(({ id: value, name }) => ({ value, label: name })),
	};
}

function examplesOf(texts: readonly string[]): string {
	const found = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
	return found
		.slice(0, EXAMPLES)
		.map((text) => (text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text))
		.join(" · ");
}
