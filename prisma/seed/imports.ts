import { applyOldSessions } from "#app/commands/apply-old-sessions.ts";
import { checkOldSessions } from "#app/commands/check-old-sessions.ts";
import { chooseColumns } from "#app/commands/choose-columns.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { type Claim, claimImport, type ImportJob } from "#app/commands/import-job.ts";
import { readOldSessions } from "#app/commands/read-old-sessions.ts";
import { startImport } from "#app/commands/start-import.ts";
import type { Database } from "#app/data/database.ts";
import { guessColumns } from "#app/domain/imports/old-columns.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import type { DemoWorld } from "./world.ts";

const header = ["Date", "Start time", "School", "Session", "Year group", "Pupils", "Staff"];

/** Before the team had Termtime: its last term with a spreadsheet. */
const before: readonly string[][] = [
	[
		"04-Oct-2023",
		"9:15",
		"Saltmarsh Academy",
		"Knife crime: choices and consequences",
		"Year 9",
		"112",
		"4",
	],
	[
		"04-Oct-2023",
		"10:45",
		"Saltmarsh Academy",
		"Knife crime: choices and consequences",
		"Year 10",
		"98",
		"4",
	],
	[
		"11-Oct-2023",
		"13:30",
		"Saltmarsh Academy",
		"County lines: spotting the signs",
		"Year 8",
		"c. 60",
		"2",
	],
];

/** Another sheet, which still waits for the coordinator: each kind of question is in it. */
const waiting: readonly string[][] = [
	[
		"06-Nov-2023",
		"9:30",
		"Saltmarsh Academy",
		"Knife crime: choices and consequences",
		"Year 8",
		"56",
		"2",
	],
	["7/11/23", "11:00", "Saltmarsh", "Knife crime: choices and consequences", "Year 9", "54", "2"],
	["8/11/23", "9:30", "Saltmarsh Academy", "Weapons talk", "Year 10", "61", "3"],
	[
		"23-Nov-2023",
		"18:00",
		"Riverside Boxing Gym",
		"County lines: spotting the signs",
		"Mixed",
		"14",
		"1",
	],
	[
		"Autumn",
		"9:30",
		"Saltmarsh Academy",
		"Knife crime: choices and consequences",
		"Year 7",
		"58",
		"2",
	],
];

/** Two spreadsheets of the time before: one that was brought in, one with questions still open. */
export async function bringInOldSheets(
	database: Database,
	{ register, deployment, settings, coordinator }: DemoWorld,
	today: LocalDate,
): Promise<void> {
	const now = new Date(`${addDays(today, -6)}T10:20:00Z`);
	const context = { database, deployment, settings, now, actor: coordinator };
	const teamId = register.team("JET").id;
	const applied = await check(context, "Sessions autumn 2023.csv", before, teamId);
	await applyOldSessions(context, await claim(context, applied, ["checked"], "applying"));
	const later = { ...context, now: new Date(`${addDays(today, -1)}T14:05:00Z`) };
	await check(later, "Diary Nov 2023 (copy).csv", waiting, teamId);
}

async function check(
	context: CommandContext,
	fileName: string,
	rows: readonly string[][],
	teamId: string,
): Promise<string> {
	const about = { kind: "sessions", fileName, size: 0, options: {}, spool: null } as const;
	const id = await startImport(context, about);
	await readOldSessions(context, await claim(context, id, [], "reading"), records(rows));
	const columns = guessColumns(header);
	await chooseColumns(context, id, { columns, teamId, programmeId: null, counted: "counted" });
	await checkOldSessions(context, await claim(context, id, ["columns"], "checking"));
	return id;
}

async function* records(rows: readonly string[][]) {
	yield [header, ...rows].map((cells, at) => ({ line: at + 1, cells: [...cells] }));
}

async function claim(
	context: CommandContext,
	importId: string,
	from: Claim["from"],
	to: Claim["to"],
): Promise<ImportJob> {
	const worker = "demo";
	const claimed = await claimImport(context, importId, { kind: "sessions", from, to, worker });
	if (!claimed.ok) throw new Error(`The demo's sheet could not be taken up: ${claimed.reason}`);
	return { importId, worker, signal: new AbortController().signal, report: () => {} };
}
