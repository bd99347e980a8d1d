import { breathe } from "#app/data/breathe.ts";
import {
	changeImport,
	deleteImportRows,
	eachImportRows,
	findImport,
	insertImportRows,
	type StagedRow,
} from "#app/data/imports.ts";
import {
	type ProgrammeToMatch,
	readProgrammesToMatch,
	readStandingSessions,
	readVenuesToMatch,
} from "#app/data/old-sessions.ts";
import { indexVenues } from "#app/domain/imports/match-venue.ts";
import {
	beginCheck,
	type CheckedRow,
	noDecisions,
	type OldDecisions,
	type OldFacts,
	type OldOutcome,
} from "#app/domain/imports/old-check.ts";
import {
	listQuestions,
	type OldFileOptions,
	type OldFileResult,
	type ReadOldFile,
	riseOf,
} from "#app/domain/imports/old-file.ts";
import { oldOutcomes } from "#app/domain/imports/old-outcomes.ts";
import { type OldRow, readOldRow } from "#app/domain/imports/old-row.ts";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";

const BATCH = 500;

/**
 * The dry run of past sessions: reads the rows by the chosen columns, ties them to venues and
 * programmes with the answers given so far, and says what must still be asked. The file must have
 * been claimed for checking; afterwards it is checked. No session is touched.
 */
export async function checkOldSessions(context: CommandContext, job: ImportJob): Promise<void> {
	const { database, now } = context;
	const { importId, worker } = job;
	const file = await findImport(database.client, importId);
	if (!file) return;
	const options = file.options as OldFileOptions;
	const { staged, rows } = await readRows(context, job, options);
	const facts = await readFacts(context, options, rows);
	const decisions = { ...noDecisions, ...(file.decisions as Partial<OldDecisions>) };
	const checking = beginCheck(
		rows.map(({ row }) => row),
		facts,
		decisions,
	);
	const checked: CheckedRow[] = [];
	for (const { line, row } of rows) {
		checked.push(checking.check(line, row));
		if (checked.length % BATCH === 0) await breathe();
		job.signal.throwIfAborted();
	}
	const { headers } = file.result as ReadOldFile;
	const themes = new Map(facts.programmes.map(({ id, theme }) => [id, theme]));
	const result = {
		headers,
		rows: staged.length,
		...totalsOf(checked, themes),
		questions: listQuestions(checking.questions),
	} satisfies OldFileResult;
	const written = merge(staged, checked);
	await database.transaction(async (tx) => {
		const fields = { status: "checked", result, checkedAt: now, worker: null } as const;
		if (!(await changeImport(tx, importId, ["checking"], fields, worker))) return;
		await deleteImportRows(tx, importId);
		for (let at = 0; at < written.length; at += BATCH) {
			await insertImportRows(tx, importId, written.slice(at, at + BATCH));
		}
	});
}

async function readRows({ database }: CommandContext, job: ImportJob, options: OldFileOptions) {
	const staged: StagedRow[] = [];
	const rows: { line: number; row: OldRow }[] = [];
	for await (const batch of eachImportRows(database.client, job.importId, oldOutcomes, BATCH)) {
		job.signal.throwIfAborted();
		staged.push(...batch);
		for (const { line, cells } of batch) {
			const row = readOldRow(cells as string[], options);
			if (row) rows.push({ line, row });
		}
		job.report(staged.length);
	}
	return { staged, rows };
}

async function readFacts(
	{ database: { client }, now, settings }: CommandContext,
	{ programmeId }: OldFileOptions,
	rows: readonly { row: OldRow }[],
): Promise<Omit<OldFacts, "programmes"> & { programmes: ProgrammeToMatch[] }> {
	const days = rows.flatMap(({ row: { date } }) => {
		if (date.kind === "date") return [date.date];
		return date.kind === "ambiguous" ? [date.dayFirst, date.monthFirst] : [];
	});
	days.sort();
	const [first, last] = [days[0], days.at(-1)];
	const { zone } = settings;
	const standing = first && last ? readStandingSessions(client, first, last, zone) : [];
	const [venues, programmes, sessions] = await Promise.all([
		readVenuesToMatch(client),
		readProgrammesToMatch(client),
		standing,
	]);
	return {
		venues: indexVenues(venues),
		programmes,
		usualProgramme: programmeId,
		standing: sessions,
		today: localDateOf(now, zone),
		zone,
	};
}

function totalsOf(checked: readonly CheckedRow[], themes: ReadonlyMap<string, string>) {
	const counts: Record<OldOutcome, number> = {
		ready: 0,
		asks: 0,
		duplicate: 0,
		error: 0,
		left_out: 0,
	};
	for (const { outcome } of checked) counts[outcome] += 1;
	const ready = checked.flatMap(({ outcome, session }) =>
		outcome === "ready" && session ? [session] : [],
	);
	return {
		counts,
		youngPeople: ready.reduce((sum, { headcounts }) => sum + totalYoungPeople(headcounts), 0),
		adults: ready.reduce((sum, { adults }) => sum + adults, 0),
		reach: riseOf(ready, (id) => themes.get(id) ?? ""),
	};
}

/** Rows whose columns in use are all empty are not checked, and left out. */
function merge(staged: readonly StagedRow[], checked: readonly CheckedRow[]): StagedRow[] {
	const byLine = new Map(checked.map((row) => [row.line, row]));
	return staged.map((row) => {
		const found = byLine.get(row.line);
		if (!found) return { ...row, outcome: "row", detail: {} };
		const { outcome, problems, sameAs, session } = found;
		return { ...row, outcome, detail: { problems, sameAs, session } };
	});
}
