import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** The built program as `npm start` runs it. */
export interface Program {
	/** What it printed so far: log and all. */
	printed(): string;
	errors(): string;
	/** Waits until a line that it printed has the text in it. */
	prints(text: string): Promise<void>;
	signal(name: NodeJS.Signals): void;
	/** Its exit code, once it has ended. */
	ended: Promise<number | null>;
}

/** Starts it with these variables and no others of ours. Stop it, or let it end, before the test does. */
export function startProgram(variables: Record<string, string>): Program {
	const { PATH = "" } = process.env;
	const child = spawn(process.execPath, [resolve("build/server/index.js")], {
		env: { PATH, NODE_ENV: "production", ...variables },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let printed = "";
	let errors = "";
	const waiting = new Set<() => void>();
	child.stdout.on("data", (chunk: Buffer) => {
		printed += chunk.toString();
		for (const look of waiting) look();
	});
	child.stderr.on("data", (chunk: Buffer) => {
		errors += chunk.toString();
	});
	const ended = once(child, "close").then(([code]) => code as number | null);
	return {
		printed: () => printed,
		errors: () => errors,
		prints: (text) =>
			new Promise((found, failed) => {
				const look = () => {
					if (!printed.includes(text)) return;
					waiting.delete(look);
					found();
				};
				waiting.add(look);
				ended.then((code) => failed(new Error(`It ended with ${code}: ${errors}`)));
				look();
			}),
		signal: (name) => void child.kill(name),
		ended,
	};
}
