import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";

/** An agency; the same one again when its name is there already. */
export async function anAgency(
	database: Database,
	overrides: Partial<Prisma.AgencyUncheckedCreateInput> = {},
) {
	const data = { name: "Northmoor Police", ...overrides };
	return database.client.agency.upsert({ where: { name: data.name }, create: data, update: {} });
}

/** A team of the default agency; the same one again when its prefix is there already. */
export async function aTeam(
	database: Database,
	overrides: Partial<Prisma.TeamUncheckedCreateInput> = {},
) {
	const { id: agencyId } = await anAgency(database);
	const data = {
		name: "Joint Education Team",
		prefix: "JET",
		email: "education@team.test",
		phone: "01632 960123",
		agencies: { connect: { id: agencyId } },
		...overrides,
	};
	return database.client.team.upsert({
		where: { prefix: data.prefix },
		create: data,
		update: {},
	});
}
