import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

const sheet = {
	programme: true,
	team: true,
	venue: { include: { district: true } },
	yearGroups: true,
	assignments: {
		include: { person: { include: { agency: true } } },
		orderBy: [{ lead: "desc" }, { id: "asc" }],
	},
	invites: {
		where: { kind: "contact", withdrawnAt: null },
		include: { contact: true },
		orderBy: { id: "asc" },
	},
} satisfies Prisma.SessionInclude;

export type DaySheetRecord = Prisma.SessionGetPayload<{ include: typeof sheet }>;

/** The sessions of these references that there are, in order of time. */
export async function readDaySheets(
	reader: Reader,
	references: readonly string[],
): Promise<DaySheetRecord[]> {
	return reader.session.findMany({
		where: { reference: { in: [...references] } },
		include: sheet,
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
}
