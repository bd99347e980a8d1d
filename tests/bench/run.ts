import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bench, Measured } from "./bench.ts";

/** `npm run bench [NAME]`: every bench of this folder, or those whose name holds the word. */
const here = fileURLToPath(new URL(".", import.meta.url));
const asked = process.argv[2] ?? "";
const files = readdirSync(here).filter(
	(name) => name.endsWith(".bench.ts") && name.includes(asked),
);

function line({ what, against, ours, floor, unit, aim }: Measured): string {
	const ratio = ours / floor;
	const less = unit !== "messages a second";
	const met = less ? ratio <= aim : ratio >= aim;
	const figure = (value: number) => `${value.toFixed(unit === "ms" ? 2 : 0)} ${unit}`;
	const wanted = `${less ? "at most" : "at least"} ${aim}`;
	return [
		what.padEnd(40),
		figure(ours).padStart(24),
		`${figure(floor)} (${against})`.padStart(60),
		ratio.toFixed(2).padStart(8),
		`${wanted}${met ? "" : ", missed"}`.padStart(20),
	].join(" ");
}

for (const file of files) {
	const { bench } = (await import(join(here, file))) as { bench: Bench };
	console.log(`\n${bench.name}`);
	for (const measured of await bench.run()) console.log(line(measured));
}
process.exit(0);
