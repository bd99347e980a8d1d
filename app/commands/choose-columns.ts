import { changeImport, findImport } from "#app/data/imports.ts";
import { readProgrammesToMatch } from "#app/data/old-sessions.ts";
import { findTeam } from "#app/data/teams.ts";
import type { ImportStatus } from "#app/domain/imports/import-status.ts";
import {
	type OldFileOptions,
	type ReadOldFile,
	rememberColumns,
} from "#app/domain/imports/old-file.ts";
import type { CommandContext } from "./command-context.ts";
import type { ClaimRefusal } from "./import-job.ts";

const from: readonly ImportStatus[] = ["columns", "checked"];

/** Keeps which column of a file holds what. What was answered before stays where it still fits. */
export async function chooseColumns(
	{ database }: CommandContext,
	id: string,
	choice: Omit<OldFileOptions, "remembered">,
): Promise<{ ok: true } | ClaimRefusal | { ok: false; reason: "unknown_choice"; field: string }> {
	return database.transaction(async (tx) => {
		const file = await findImport(tx, id);
		if (file?.kind !== "sessions") return { ok: false, reason: "not_found" };
		if (!from.includes(file.status)) {
			return { ok: false, reason: "wrong_state", status: file.status };
		}
		const { headers } = file.result as ReadOldFile;
		if (!(await findTeam(tx, choice.teamId))) {
			return { ok: false, reason: "unknown_choice", field: "teamId" };
		}
		const programmes = await readProgrammesToMatch(tx);
		const { programmeId } = choice;
		if (programmeId !== null && !programmes.some((programme) => programme.id === programmeId)) {
			return { ok: false, reason: "unknown_choice", field: "programmeId" };
		}
		const columns = headers.map((_, at) => choice.columns[at] ?? null);
		const options = { ...choice, columns, remembered: rememberColumns(headers, columns) };
		await changeImport(tx, id, from, { status: "columns", options });
		return { ok: true };
	});
}
