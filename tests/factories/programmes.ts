import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";
import { nextNumber } from "./next-number.ts";

/** A theme; the same one again when its name is there already. */
export async function aTheme(
	database: Database,
	overrides: Partial<Prisma.ThemeUncheckedCreateInput> = {},
) {
	const data = { name: "Knife crime", ...overrides };
	return database.client.theme.upsert({ where: { name: data.name }, create: data, update: {} });
}

/** A new programme of the default theme: an hour, years 7 to 9, up to 120 young people, one facilitator. */
export async function aProgramme(
	database: Database,
	overrides: Partial<Prisma.ProgrammeUncheckedCreateInput> = {},
) {
	const number = nextNumber("programme") + 1;
	const themeId = overrides.themeId ?? (await aTheme(database)).id;
	return database.client.programme.create({
		data: {
			name: `Knife crime: choices ${number}`,
			slug: `knife-crime-choices-${number}`,
			summary: "What carrying a knife does to a life, and how to get out.",
			lengthMinutes: 60,
			yearGroups: "Y7,Y8,Y9",
			largestGroup: 120,
			facilitatorsNeeded: 1,
			schoolProvides: "A projector and sound\nA member of staff who stays in the room",
			...overrides,
			themeId,
		},
	});
}
