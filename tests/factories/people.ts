import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";
import { nameNumber, nextNumber } from "./next-number.ts";
import { anAgency, aTeam } from "./organisations.ts";

const firstNames = [
	"Ravi",
	"Sian",
	"Tomasz",
	"Una",
	"Viola",
	"Wes",
	"Yusuf",
	"Zoe",
	"Imani",
	"Jude",
];
const lastNames = ["Fernleigh", "Castlow", "Brightwater", "Hollins", "Marchbank", "Teale", "Oduya"];

interface Standing {
	/** Programmes for which the person is qualified, without end unless `qualifiedUntil` says so. */
	programmeIds?: readonly string[];
	qualifiedUntil?: string | null;
	teamIds?: readonly string[];
}

/** A new facilitator of the default agency and team. */
export async function aPerson(
	database: Database,
	overrides: Partial<Prisma.PersonUncheckedCreateInput> & Standing = {},
) {
	const { programmeIds = [], qualifiedUntil = null, teamIds, ...fields } = overrides;
	const number = nextNumber("person");
	const agencyId = fields.agencyId ?? (await anAgency(database)).id;
	const teams = teamIds ?? [(await aTeam(database)).id];
	return database.client.person.create({
		data: {
			name: nameNumber(number, firstNames, lastNames),
			email: `facilitator-${number + 1}@team.test`,
			phone: "07700 900123",
			teams: { connect: teams.map((id) => ({ id })) },
			qualifications: {
				create: programmeIds.map((programmeId) => ({ programmeId, until: qualifiedUntil })),
			},
			...fields,
			agencyId,
		},
	});
}
