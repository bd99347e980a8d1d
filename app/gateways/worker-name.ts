import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** A name for this process that no other process has, now or after a restart. */
export function ownWorkerName(): string {
	return `${hostname()}|${process.pid}|${randomBytes(6).toString("hex")}`;
}

/** Whether the process of that name is surely gone. Of processes on other machines nobody can say. */
export function isGone(worker: string, own: string): boolean {
	if (worker === own) return false;
	const [host, pid] = worker.split("|");
	if (host !== hostname()) return false;
	// why: in a container every process after a restart has the same number.
	return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
