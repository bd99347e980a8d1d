import { createReadStream, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { applyRegister } from "#app/commands/apply-register.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { readRegister } from "#app/commands/read-register.ts";
import { startImport } from "#app/commands/start-import.ts";
import { type Database, openDatabase } from "#app/data/database.ts";
import { findImport, type ImportRecord, readImportRows } from "#app/data/imports.ts";
import { appliedMigrations, applyMigrations, expectedMigrations } from "#app/data/migrate.ts";
import { readSettings } from "#app/data/settings.ts";
import { formatCount } from "#app/domain/format-number.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import {
	type RegisterOptions,
	type RegisterResult,
	registerOptions,
} from "#app/domain/imports/register-file.ts";
import { openLog } from "#app/gateways/log.ts";
import { readRegisterFile } from "#app/gateways/register-file.ts";
import { ImportJobs, type Progress } from "#app/http/import-jobs.ts";
import { keyFor } from "#app/http/keys.ts";
import { refusalWords } from "#app/routes/imports/refusal-words.ts";
import { outcomeWords, passedWords } from "#app/routes/imports/register-words.ts";
import { databaseUrl } from "./command-line.ts";

const usage = `Usage: npm run import:venues -- FILE [options]

Reads an extract of the register of schools and says what it would change.

  --la 881,882,883              only these local authorities
  --types "Academies,Colleges"  only these groups of types
  --closed-since 2019-09-01     bring in schools that closed since then, retired
  --apply                       write it, in one transaction

DATABASE_URL names the database, as for npm start.`;

interface Asked {
	path: string;
	options: RegisterOptions;
	apply: boolean;
}

function readArguments(): Asked {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			la: { type: "string" },
			types: { type: "string" },
			"closed-since": { type: "string" },
			apply: { type: "boolean", default: false },
		},
	});
	const [path, ...more] = positionals;
	if (!path || more.length > 0) throw new Error(usage);
	const parsed = registerOptions.safeParse({
		laCodes: values.la,
		typeGroups: values.types?.split(",").map((type) => type.trim()),
		closedSince: values["closed-since"],
	});
	if (!parsed.success)
		throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
	return { path, options: parsed.data, apply: values.apply };
}

/** One line that says how far it is; on a terminal it is written over, elsewhere each tenth is kept. */
function progressLine(what: string) {
	let shown = -1;
	return ({ done, total }: Progress) => {
		const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
		if (percent === shown || (!process.stderr.isTTY && percent < shown + 10)) return;
		shown = percent;
		process.stderr.write(process.stderr.isTTY ? `\r${what} ${percent}% ` : `${what} ${percent}%\n`);
		if (percent === 100 && process.stderr.isTTY) process.stderr.write("\n");
	};
}

async function contextOf(database: Database): Promise<CommandContext> {
	return {
		database,
		deployment: {
			appUrl: process.env.APP_URL || "http://127.0.0.1:3000",
			mailFrom: process.env.MAIL_FROM || "bookings@termtime.test",
			...(process.env.APP_SECRET && { linkKey: keyFor(process.env.APP_SECRET, "school-page") }),
		},
		settings: await readSettings(database.client),
		now: new Date(),
		actor: { userId: "command-line", name: "Command line" },
	};
}

function jobs(what: string): ImportJobs {
	return new ImportJobs({
		clock: () => new Date(),
		log: openLog("error"),
		watch: progressLine(what),
	});
}

async function read(context: CommandContext, { path, options }: Asked): Promise<ImportRecord> {
	const size = statSync(path).size;
	const about = { kind: "register", fileName: path, size, options, spool: null } as const;
	const file = await fileOf(context, await startImport(context, about));
	const claim = { from: ["reading"], to: "reading" } as const;
	const started = await jobs("Reading").start(context, file, claim, (job) => {
		const count = (bytes: number) => job.report(bytes, size);
		return readRegister(context, job, readRegisterFile(createReadStream(path), count));
	});
	if (started.ok) await started.finished;
	return fileOf(context, file.id);
}

async function fileOf({ database }: CommandContext, id: string): Promise<ImportRecord> {
	const file = await findImport(database.client, id);
	if (!file) throw new Error("The file's record is gone");
	return file;
}

async function apply(context: CommandContext, file: ImportRecord): Promise<ImportRecord> {
	const { counts } = file.result as RegisterResult;
	const total = Object.keys(outcomeWords).reduce(
		(sum, key) => sum + counts[key as keyof typeof counts],
		0,
	);
	const claim = { from: ["checked"], to: "applying" } as const;
	const later = { ...context, now: new Date() };
	const started = await jobs("Applying").start(later, { ...file, total }, claim, (job) =>
		applyRegister(later, job),
	);
	if (started.ok) await started.finished;
	return fileOf(context, file.id);
}

const EXAMPLES = 5;

async function printDryRun({ database }: CommandContext, file: ImportRecord): Promise<void> {
	const { counts, records, absent, unidentified } = file.result as RegisterResult;
	console.log(`${formatCount(records)} rows`);
	for (const [outcome, words] of Object.entries({ ...outcomeWords, ...passedWords })) {
		const count = counts[outcome as keyof typeof counts];
		if (count > 0) console.log(`${formatCount(count).padStart(8)}  ${words}`);
	}
	for (const outcome of ["closed", "gone", "successor", "unreadable"]) {
		const rows = await readImportRows(database.client, file.id, [outcome], { take: EXAMPLES });
		for (const { line, name, detail } of rows) {
			const { problems = [], successorName = "" } = detail as {
				problems?: string[];
				successorName?: string;
			};
			const where = line > 0 ? `line ${line}` : "not in the file";
			const more = [...problems, ...(successorName ? [`became ${successorName}`] : [])].join("; ");
			console.log(`${outcome}, ${where}: ${name}${more ? `: ${more}` : ""}`);
		}
	}
	if (absent.length > 0) console.log(`No school of ${absent.join(", ")} is in the file.`);
	if (unidentified > 0) console.log("Rows without a readable URN: no school was taken for gone.");
}

/** why not always migrated: the engine that does it keeps its memory, and the import needs it. */
async function openMigrated(url: string): Promise<Database> {
	const database = openDatabase(url);
	const applied = await appliedMigrations(database).catch(() => []);
	if (applied.length >= expectedMigrations(url).length) return database;
	await database.close();
	await applyMigrations(url);
	return openDatabase(url);
}

async function main(): Promise<number> {
	const asked = readArguments();
	const url = databaseUrl();
	const database = await openMigrated(url);
	try {
		const context = await contextOf(database);
		const file = await read(context, asked);
		if (file.status !== "checked") {
			const { refusal } = file.result as { refusal?: FileRefusal };
			console.error(refusal ? refusalWords(refusal, "register") : "Reading failed. Try again.");
			return 1;
		}
		await printDryRun(context, file);
		if (!asked.apply) {
			console.log("Nothing was written. Run it again with --apply to write it.");
			return 0;
		}
		const { status } = await apply(context, file);
		if (status === "applied") console.log("Applied.");
		else console.error("Not applied: another register was applied in between. Run it again.");
		return status === "applied" ? 0 : 1;
	} finally {
		await database.close();
	}
}

/** What the whole of it cost, the opening of the database included. */
function costWords(): string {
	const seconds = performance.now() / 1000;
	const peak = process.resourceUsage().maxRSS / 1024;
	return `Took ${seconds.toFixed(1)} seconds and ${Math.ceil(peak)} MB of memory at most.`;
}

try {
	process.exitCode = await main();
	console.error(costWords());
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
