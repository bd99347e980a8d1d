import { byName } from "#app/domain/names.ts";
import { type QualificationStanding, qualificationOn } from "#app/domain/people/qualification.ts";
import type { Interval, LocalDate } from "#app/domain/time.ts";
import { byRetirement, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

const whole = {
	agency: { select: naming },
	teams: { select: naming },
	qualifications: { include: { programme: { select: naming } } },
	user: { select: { id: true, email: true, disabledAt: true } },
} satisfies Prisma.PersonInclude;

type Row = Prisma.PersonGetPayload<{ include: typeof whole }>;

export interface PersonRecord extends Omit<Row, "agency" | "teams" | "qualifications"> {
	agency: NamedThing;
	teams: NamedThing[];
	/** By name of the programme; `until` is the last local date, null for no end. */
	qualifications: { programme: NamedThing; until: LocalDate | null }[];
}

function recordOf(row: Row): PersonRecord {
	return {
		...row,
		agency: named(row.agency),
		teams: row.teams.map(named).sort(byName),
		qualifications: row.qualifications
			.map(({ programme, until }) => ({ programme: named(programme), until }))
			.sort((a, b) => byName(a.programme, b.programme)),
	};
}

/** Everybody who delivers, by name, those retired last. */
export async function listPeople(
	reader: Reader,
	{ retired }: { retired: "include" | "exclude" },
): Promise<PersonRecord[]> {
	const rows = await reader.person.findMany({
		where: retired === "exclude" ? { retiredAt: null } : {},
		include: whole,
	});
	return rows.map(recordOf).sort((a, b) => byRetirement(a, b) || byName(a, b));
}

export async function findPerson(reader: Reader, id: string): Promise<PersonRecord | null> {
	const row = await reader.person.findUnique({ where: { id }, include: whole });
	return row && recordOf(row);
}

export interface QualifiedPerson {
	id: string;
	name: string;
	agencyName: string;
	/** The last local date of the qualification; null for no end. */
	until: LocalDate | null;
}

/** Who holds a qualification for a programme, run out or not, by name. */
export async function readQualifiedPeople(
	reader: Reader,
	programmeId: string,
): Promise<QualifiedPerson[]> {
	const rows = await reader.qualification.findMany({
		where: { programmeId, person: { retiredAt: null } },
		select: {
			until: true,
			person: { select: { id: true, name: true, agency: { select: { name: true } } } },
		},
	});
	return rows
		.map(({ person, until }) => ({
			id: person.id,
			name: person.name,
			agencyName: person.agency.name,
			until,
		}))
		.sort(byName);
}

/** Whose address it is, other than one person's; or null. */
export async function findPersonByEmail(
	reader: Reader,
	email: string,
	exceptId: string | null,
): Promise<NamedThing | null> {
	const row = await reader.person.findUnique({ where: { email }, select: naming });
	return row === null || row.id === exceptId ? null : named(row);
}

export interface PersonFields {
	name: string;
	email: string;
	phone: string | null;
	agencyId: string;
	teamIds: readonly string[];
	qualifications: readonly { programmeId: string; until: LocalDate | null }[];
}

export async function insertPerson(tx: Transaction, person: PersonFields): Promise<string> {
	const { teamIds, qualifications, ...fields } = person;
	const { id } = await tx.person.create({
		data: {
			...fields,
			teams: { connect: teamIds.map((teamId) => ({ id: teamId })) },
			qualifications: { create: [...qualifications] },
		},
	});
	return id;
}

/**
 * Writes a person as a form showed them. Memberships of retired teams and qualifications for retired
 * programmes, which no form offers, stay as they are.
 */
export async function updatePerson(
	tx: Transaction,
	id: string,
	person: PersonFields,
): Promise<void> {
	const { teamIds, qualifications, ...fields } = person;
	const teams = await tx.team.findMany({
		where: { people: { some: { id } }, retiredAt: null, id: { notIn: [...teamIds] } },
		select: { id: true },
	});
	await tx.person.update({
		where: { id },
		data: {
			...fields,
			teams: { disconnect: teams, connect: teamIds.map((teamId) => ({ id: teamId })) },
		},
	});
	const kept = qualifications.map(({ programmeId }) => programmeId);
	await tx.qualification.deleteMany({
		where: { personId: id, programmeId: { notIn: kept }, programme: { retiredAt: null } },
	});
	for (const { programmeId, until } of qualifications) {
		await tx.qualification.upsert({
			where: { personId_programmeId: { personId: id, programmeId } },
			create: { personId: id, programmeId, until },
			update: { until },
		});
	}
}

export async function setPersonRetired(
	tx: Transaction,
	id: string,
	retiredAt: Date | null,
): Promise<void> {
	await tx.person.update({ where: { id }, data: { retiredAt } });
}

/** A session that takes somebody's time. */
export interface Busy {
	reference: string;
	programmeName: string;
	venueName: string;
	startsAt: Date;
	endsAt: Date;
}

export interface FacilitatorChoice {
	id: string;
	name: string;
	agency: NamedThing;
	/** In the team that was asked for; true for everybody when none was. */
	inTeam: boolean;
	/** For the programme on the day: as warnings weigh it. */
	standing: QualificationStanding;
	/** The last local date of the qualification; null for no end and for none. */
	qualifiedUntil: LocalDate | null;
	/** What is theirs in the interval, in order of time; empty means free. */
	busy: Busy[];
}

export interface FacilitatorQuestion {
	programmeId: string;
	/** The local day by which qualifications are judged. */
	date: LocalDate;
	/** Null while no time is chosen: then nobody is busy. */
	interval: Interval | null;
	/** Null for no preference. */
	teamId: string | null;
	/** The session that is being changed, which keeps nobody from itself. */
	exceptReference?: string | null;
}

/** Everybody who could be chosen: those of the team first, then by name. */
export async function readFacilitatorChoices(
	reader: Reader,
	question: FacilitatorQuestion,
): Promise<FacilitatorChoice[]> {
	const { programmeId, date, interval, teamId } = question;
	const [people, busy] = await Promise.all([
		reader.person.findMany({
			where: { retiredAt: null },
			select: {
				id: true,
				name: true,
				agency: { select: naming },
				teams: { where: { id: teamId ?? "" }, select: { id: true } },
				qualifications: { where: { programmeId } },
			},
		}),
		interval === null ? new Map<string, Busy[]>() : readBusy(reader, interval, question),
	]);
	return people
		.map(({ teams, qualifications: [qualification], agency, ...person }) => ({
			...person,
			agency: named(agency),
			inTeam: teamId === null || teams.length > 0,
			standing: qualificationOn(qualification, date),
			qualifiedUntil: qualification?.until ?? null,
			busy: busy.get(person.id) ?? [],
		}))
		.sort((a, b) => Number(b.inTeam) - Number(a.inTeam) || byName(a, b));
}

async function readBusy(
	reader: Reader,
	{ start, end }: Interval,
	{ exceptReference }: Pick<FacilitatorQuestion, "exceptReference">,
): Promise<Map<string, Busy[]>> {
	const rows = await reader.assignment.findMany({
		where: {
			occupies: true,
			startsAt: { lt: end },
			endsAt: { gt: start },
			...(exceptReference && { session: { reference: { not: exceptReference } } }),
		},
		select: {
			personId: true,
			startsAt: true,
			endsAt: true,
			session: {
				select: {
					reference: true,
					programme: { select: { name: true } },
					venue: { select: { name: true } },
				},
			},
		},
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	const busy = new Map<string, Busy[]>();
	for (const { personId, startsAt, endsAt, session } of rows) {
		const { reference, programme, venue } = session;
		const names = { programmeName: programme.name, venueName: venue.name };
		busy.set(personId, [...(busy.get(personId) ?? []), { reference, ...names, startsAt, endsAt }]);
	}
	return busy;
}
