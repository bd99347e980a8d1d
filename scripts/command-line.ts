import type { Finding } from "#app/data/doctor.ts";
import { engineOf } from "#app/data/engine.ts";

/** DATABASE_URL or its default, checked. */
export function databaseUrl(): string {
	const url = process.env.DATABASE_URL || "file:./data/termtime.db";
	engineOf(url);
	return url;
}

/** The one file that a command is given, and which of its flags. */
export function fileArgument(usage: string, known: readonly string[] = []) {
	const given = process.argv.slice(2);
	const flags = new Set(given.filter((word) => word.startsWith("--")));
	const [file, ...more] = given.filter((word) => !word.startsWith("--"));
	const unknown = [...flags].some((flag) => !known.includes(flag));
	if (!file || more.length > 0 || unknown) throw new Error(`Usage: ${usage}`);
	return { file, flags };
}

/** Prints what was examined, faults with it; true when there are none. */
export function report(findings: readonly Finding[]): boolean {
	for (const { check, faults, count } of findings) {
		console.log(`${count === 0 ? "ok   " : "FAULT"} ${check}${count > 0 ? ` (${count})` : ""}`);
		for (const fault of faults) console.log(`      ${fault}`);
	}
	return findings.every(({ count }) => count === 0);
}

/** Ends the process with one line: what was done, or why not and exit code 1. */
export async function finish(work: () => Promise<string>): Promise<never> {
	try {
		console.log(await work());
		process.exit(0);
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	}
}
