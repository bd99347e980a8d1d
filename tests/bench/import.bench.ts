import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { syntheticRegister } from "#tests/factories/register-file.ts";
import type { Bench, Measured } from "./bench.ts";

const ROWS = 52_000;
const SECONDS = 20;
const MEGABYTES = 300;

/** The file by csv-parse alone, every record thrown away: milliseconds. */
async function bare(path: string): Promise<number> {
	const started = performance.now();
	const parser = parse({ encoding: "latin1", bom: false });
	let records = 0;
	parser.on("data", () => {
		records += 1;
	});
	await pipeline(createReadStream(path), parser);
	if (records !== ROWS + 1) throw new Error(`${records} records were parsed`);
	return performance.now() - started;
}

/** The command as people give it, in a process of its own; what it says it took. */
async function command(url: string, words: readonly string[]) {
	const child = spawn("npm", ["run", "--silent", "import:venues", "--", ...words], {
		env: { ...process.env, DATABASE_URL: url },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (piece: Buffer) => {
			said += piece.toString();
		});
	}
	const [code] = await once(child, "close");
	const cost = /Took ([\d.]+) seconds and (\d+) MB/.exec(said);
	if (code !== 0 || !cost) throw new Error(`The import ended with ${code}: ${said}`);
	return { took: Number(cost[1]) * 1000, peak: Number(cost[2]) };
}

export const bench: Bench = {
	name: `A register of ${ROWS} schools, by the command line`,
	async run() {
		const folder = await mkdtemp(join(tmpdir(), "termtime-bench-"));
		try {
			const path = join(folder, "register.csv");
			await pipeline(Readable.from(syntheticRegister(ROWS)), createWriteStream(path));
			await bare(path);
			const floor = await bare(path);
			const url = `file:${join(folder, "bench.db")}`;
			const first = await command(url, [path, "--apply"]);
			const again = await command(url, [path]);
			return [
				...figures("dry run and applying, into an empty database", first, floor),
				...figures("dry run of the same file again", again, floor),
			];
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};

function figures(
	what: string,
	{ took, peak }: { took: number; peak: number },
	parsing: number,
): Measured[] {
	const limit = { floor: SECONDS * 1000, against: `the ${SECONDS} seconds aimed at`, aim: 1 };
	const memory = { floor: MEGABYTES, against: `the ${MEGABYTES} MB aimed at`, aim: 1 };
	const bareParse = { floor: parsing, against: "bare csv-parse of the same file", aim: 15 };
	return [
		{ what, ours: took, unit: "ms", ...bareParse },
		{ what, ours: took, unit: "ms", ...limit },
		{ what: "its memory at most", ours: peak, unit: "MB", ...memory },
	];
}
