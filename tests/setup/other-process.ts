import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Another process of ours, which has loaded its program and waits for the word. */
export interface OtherProcess {
	/** Lets it begin; its answer is what it prints last, read as JSON. */
	go(): Promise<unknown>;
	kill(): void;
}

/**
 * Starts a program that says "ready" on a line of its own, waits for a line, works, prints its answer
 * as JSON and ends (see `whenTold`).
 * @param program a TypeScript file, as `new URL("./name.ts", import.meta.url)`
 */
export async function startProcess(
	program: URL,
	args: readonly string[] = [],
): Promise<OtherProcess> {
	const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(program), ...args], {
		stdio: ["pipe", "pipe", "pipe"],
	});
	let errors = "";
	child.stderr.on("data", (chunk: Buffer) => {
		errors += chunk.toString();
	});
	const lines: string[] = [];
	const reader = createInterface({ input: child.stdout });
	const ended = once(child, "close");
	const ready = new Promise<void>((resolve) => {
		reader.on("line", (line) => (line === "ready" ? resolve() : lines.push(line)));
	});
	await Promise.race([ready, ended]);
	if (hasEnded(child)) throw new Error(`The other process ended early: ${errors}`);
	return {
		async go() {
			child.stdin.end("go\n");
			const [code] = await ended;
			if (code !== 0) throw new Error(`The other process failed: ${errors}`);
			return JSON.parse(lines.at(-1) ?? "null");
		},
		kill: () => void child.kill("SIGKILL"),
	};
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

/** The other side: for the program itself, once it has loaded what it needs. */
export async function whenTold(work: (args: string[]) => Promise<unknown>): Promise<void> {
	console.log("ready");
	await once(process.stdin, "data");
	const answer = await work(process.argv.slice(2));
	console.log(JSON.stringify(answer));
	process.exit(0);
}
