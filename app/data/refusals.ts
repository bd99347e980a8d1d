/** What the database itself refuses, as one reason for both engines. */
export type Clash = "facilitator_busy" | "room_busy";

interface Cause {
	originalCode?: string;
	originalMessage?: string;
	kind?: string;
	constraint?: { index?: string; fields?: string[] };
}

/**
 * The driver's own account of an error. why not Prisma's code: it calls a trigger's refusal a
 * broken foreign key, and an exclusion constraint's something else again.
 */
function causeOf(error: unknown): Cause {
	const outer = error as { meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause };
	return outer?.meta?.driverAdapterError?.cause ?? outer?.cause ?? {};
}

/** The clash that an error tells of, or null when it is another error. */
export function clashOf(error: unknown): Clash | null {
	const { originalCode, originalMessage = "" } = causeOf(error);
	if (originalCode !== "23P01" && originalCode !== "SQLITE_CONSTRAINT_TRIGGER") return null;
	if (originalMessage.includes("facilitator_busy")) return "facilitator_busy";
	return originalMessage.includes("room_busy") ? "room_busy" : null;
}

/** Whether a value that must be unique is taken; `field` limits it to that field. */
export function isTaken(error: unknown, field?: string): boolean {
	const { originalCode = "", originalMessage = "" } = causeOf(error);
	const unique =
		originalCode === "23505" ||
		originalCode === "SQLITE_CONSTRAINT_UNIQUE" ||
		originalCode === "SQLITE_CONSTRAINT_PRIMARYKEY";
	return unique && (field === undefined || new RegExp(`\\b\\w*${field}`).test(originalMessage));
}

/** Whether dates were refused because two of a kind share a day. */
export function datesOverlap(error: unknown): boolean {
	return (causeOf(error).originalMessage ?? "").includes("dates_overlap");
}

/** Lost to another transaction through no fault of its own: deadlock, serialisation, busy file. */
export function isWorthRetrying(error: unknown): boolean {
	const { originalCode = "" } = causeOf(error);
	return /^(40001|40P01|SQLITE_BUSY.*)$/.test(originalCode);
}
