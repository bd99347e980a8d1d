import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Engine } from "#app/data/engine.ts";
import { fillArchive } from "./archive.ts";
import type { Bench, Measured } from "./bench.ts";
import { withDatabases } from "./own-database.ts";

const FEW = 20_000;
const MANY = 200_000;

/** Everything of an archive as a file, in a process of its own. */
async function write(url: string, which: "sessions" | "venues") {
	const program = fileURLToPath(new URL("./csv-process.ts", import.meta.url));
	const { stdout } = await promisify(execFile)(process.execPath, [
		"--import",
		"tsx",
		program,
		url,
		which,
	]);
	return JSON.parse(stdout) as { lines: number; megabytes: number };
}

async function measure(engine: Engine): Promise<Measured[]> {
	return withDatabases(engine, 2, async ([few, many]) => {
		if (!few || !many) throw new Error("Two databases were asked for");
		// why as many venues as that: the file by venue has a line for each.
		await fillArchive(few.database, { sessions: FEW, venues: FEW / 10 });
		await fillArchive(many.database, { sessions: MANY, venues: MANY / 10 });
		const lines: Measured[] = [];
		for (const which of ["sessions", "venues"] as const) {
			const [floor, ours] = [await write(few.url, which), await write(many.url, which)];
			lines.push({
				what: `${engine}: most memory, ${ours.lines} lines of ${which}`,
				against: `${floor.lines} lines`,
				ours: ours.megabytes,
				floor: floor.megabytes,
				unit: "MB",
				aim: 1.25,
			});
		}
		return lines;
	});
}

export const bench: Bench = {
	name: "Files of sessions and of reach by venue, whose memory must not grow with their lines",
	run: async () => [...(await measure("sqlite")), ...(await measure("postgresql"))],
};
