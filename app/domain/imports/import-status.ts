export const importKinds = ["register", "sessions"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importKindLabels: Record<ImportKind, string> = {
	register: "Register of schools",
	sessions: "Past sessions",
};

const MEGABYTE = 1024 * 1024;

/**
 * The largest file of each kind, in bytes. The whole register is some 60 MB today, and grows; a
 * spreadsheet of ten has a hundred thousand rows.
 */
export const largestFile: Record<ImportKind, number> = {
	register: 128 * MEGABYTE,
	sessions: 10 * MEGABYTE,
};

/**
 * Where a file stands. Of the register: reading → checked → applying → applied. Of past sessions:
 * reading → columns → checking → checked (as often as answers are given) → applying → applied, and
 * from there undoing → undone. A file that cannot be taken is refused; one that is not wanted any
 * more is discarded.
 */
export const importStatuses = [
	"reading",
	"refused",
	"columns",
	"checking",
	"checked",
	"applying",
	"applied",
	"undoing",
	"undone",
	"discarded",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

const working: readonly ImportStatus[] = ["reading", "checking", "applying", "undoing"];

/** How long, in milliseconds, work may be silent before it counts as left over by a dead process. */
export const SILENCE = 60_000;

/** Whether a process should be at work on the file. */
export function isWorking(status: ImportStatus): boolean {
	return working.includes(status);
}

/** Work that nobody does any more: its process was stopped or killed. It can be started again. */
export function isStopped(
	{
		status,
		worker,
		heartbeatAt,
	}: { status: ImportStatus; worker: string | null; heartbeatAt: Date | null },
	now: Date,
): boolean {
	if (!isWorking(status)) return false;
	return worker === null || heartbeatAt === null || now.getTime() - heartbeatAt.getTime() > SILENCE;
}
