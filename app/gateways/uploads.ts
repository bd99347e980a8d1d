import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where uploaded files wait until they are read. Only this user of the machine can read them. */
export interface Uploads {
	readonly folder: string;
	/** A name that no file has, with the path to write it to. */
	newFile(): Promise<{ name: string; path: string }>;
	/** Null for a name that no file here has: another machine may have it, or it is gone. */
	find(name: string): string | null;
	remove(name: string): Promise<void>;
	/** Removes what was left over by a process that was killed. */
	removeOlderThan(moment: Date): Promise<void>;
}

const NAME = /^[0-9a-f-]{36}$/;

/**
 * @param databaseFile the embedded database, or null when it is elsewhere. why beside it: its folder
 * is kept over a restart, so that reading goes on, and it has room; of a database elsewhere there is
 * no such folder, and the system's own for files of a moment has to do
 */
export function openUploads(databaseFile: string | null): Uploads {
	const folder =
		databaseFile === null
			? join(tmpdir(), `termtime-uploads-${process.getuid?.() ?? "user"}`)
			: join(dirname(databaseFile), "uploads");
	const pathOf = (name: string) => (NAME.test(name) ? join(folder, name) : null);
	return {
		folder,
		async newFile() {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const name = randomUUID();
			return { name, path: join(folder, name) };
		},
		find(name) {
			const path = pathOf(name);
			return path !== null && existsSync(path) ? path : null;
		},
		async remove(name) {
			const path = pathOf(name);
			if (path !== null) await rm(path, { force: true });
		},
		async removeOlderThan(moment) {
			const names = await readdir(folder).catch(() => []);
			for (const name of names) {
				const path = pathOf(name);
				const file = path === null ? null : await stat(path).catch(() => null);
				if (path !== null && file && file.mtime < moment) await rm(path, { force: true });
			}
		},
	};
}
