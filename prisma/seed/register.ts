import type { Transaction } from "#app/data/database.ts";
import { slugOf } from "#app/domain/programmes/slug.ts";
import { type District, essexDistricts } from "#app/domain/venues/districts.ts";
import { toLatLong } from "#app/domain/venues/national-grid.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import { roomsOf } from "./audiences.ts";
import { qualifies } from "./diary.ts";
import {
	agencyNames,
	contactFirstNames,
	contactLastNames,
	contactRoles,
	type PersonSpec,
	peopleSpecs,
	teamSpecs,
} from "./people.ts";
import { type ProgrammeSpec, programmeSpecs, type TeamPrefix, themeNames } from "./programmes.ts";
import { identifiers, randomNamed } from "./random.ts";
import { type VenueSpec, venueSpecs } from "./venues.ts";

/** Long before the first session: when the demo's things were entered. */
export const ENTERED = new Date("2023-09-04T08:00:00Z");

export interface Reachable {
	id: string;
	name: string;
	email: string;
}

type Team = Reachable & { prefix: TeamPrefix; phone: string };
type Programme = { id: string; name: string; schoolProvides: string };
type Venue = Pick<VenueSpec, "name" | "street" | "town" | "postcode"> & {
	id: string;
	contacts: Reachable[];
};

/** What was written of each thing that the plans speak of. */
export interface Register {
	team(prefix: TeamPrefix): Team;
	programme(spec: ProgrammeSpec): Programme;
	venue(spec: VenueSpec): Venue;
	person(spec: PersonSpec): Reachable;
}

/** Writes agencies, teams, themes, programmes, people, districts, venues and contacts. */
export async function writeRegister(tx: Transaction): Promise<Register> {
	const newId = identifiers(randomNamed("register"));
	const id = () => newId(ENTERED);
	const agencies = new Map(agencyNames.map((name) => [name, { id: id(), name }]));
	await tx.agency.createMany({ data: [...agencies.values()] });
	const teams = await writeTeams(tx, id, agencies);
	const programmes = await writeProgrammes(tx, id, agencies);
	const people = await writePeople(tx, id, { agencies, teams, programmes });
	const venues = await writeVenues(tx, id);
	return {
		team: (prefix) => known(teams, prefix),
		programme: (spec) => known(programmes, spec),
		venue: (spec) => known(venues, spec),
		person: (spec) => known(people, spec),
	};
}

function known<Key, Value>(found: Map<Key, Value>, key: Key): Value {
	const value = found.get(key);
	if (value === undefined) throw new Error("The plan names something that was not written");
	return value;
}

type NewId = () => string;
type Agencies = Map<string, { id: string; name: string }>;

async function writeTeams(tx: Transaction, id: NewId, agencies: Agencies) {
	const teams = new Map<TeamPrefix, Team>();
	for (const { agencies: members, ...spec } of teamSpecs) {
		const team = { id: id(), ...spec };
		const connect = members.map((name) => ({ id: known(agencies, name).id }));
		await tx.team.create({ data: { ...team, agencies: { connect } } });
		teams.set(team.prefix, team);
	}
	return teams;
}

async function writeProgrammes(tx: Transaction, id: NewId, agencies: Agencies) {
	const themes = new Map(
		themeNames.map((name, position) => [name, { id: id(), name, position }] as const),
	);
	await tx.theme.createMany({ data: [...themes.values()] });
	const programmes = new Map<ProgrammeSpec, Programme>();
	for (const spec of programmeSpecs) {
		const { name, theme, summary, lengthMinutes, largestGroup, facilitatorsNeeded } = spec;
		const programme = { id: id(), name, schoolProvides: spec.schoolProvides };
		const needed = spec.joint ? [...agencies.values()].map((agency) => ({ id: agency.id })) : [];
		await tx.programme.create({
			data: {
				...programme,
				slug: slugOf(name),
				themeId: known(themes, theme).id,
				summary,
				lengthMinutes,
				yearGroups: spec.yearGroups.join(","),
				largestGroup,
				facilitatorsNeeded,
				bring: spec.bring,
				agenciesNeeded: { connect: needed },
			},
		});
		programmes.set(spec, programme);
	}
	return programmes;
}

async function writePeople(
	tx: Transaction,
	id: NewId,
	{
		agencies,
		teams,
		programmes,
	}: {
		agencies: Agencies;
		teams: Map<TeamPrefix, Team>;
		programmes: Map<ProgrammeSpec, Programme>;
	},
) {
	const people = new Map<PersonSpec, Reachable>();
	for (const [at, spec] of peopleSpecs.entries()) {
		const { name, email } = spec;
		const person = { id: id(), name, email };
		const qualified = programmeSpecs.filter((programme) => qualifies(spec, programme));
		await tx.person.create({
			data: {
				...person,
				phone: `07700 900${String(101 + at)}`,
				agencyId: known(agencies, spec.agency).id,
				teams: { connect: spec.teams.map((prefix) => ({ id: known(teams, prefix).id })) },
				qualifications: {
					create: qualified.map((programme) => ({ programmeId: known(programmes, programme).id })),
				},
			},
		});
		people.set(spec, person);
	}
	return people;
}

const parking = [
	"Visitors' bays by the main gate",
	"Use the staff car park, code from reception",
	"On the street only: allow ten minutes",
	"Bus bay at the side, ask on arrival",
];
const reception = [
	"Main entrance, bring your warrant or service card",
	"Sign in at the hatch; somebody walks you to the room",
	"The gate is locked during lessons: ring and wait",
];
const sensitivities = [
	"The DSL wants to hear the running order the day before.",
	"There was an incident near the school this year: leave out the bus-stop film.",
	"Local press has been asking: no photographs of the visit.",
];

async function writeVenues(tx: Transaction, id: NewId) {
	const random = randomNamed("venues");
	await tx.district.createMany({ data: [...essexDistricts] });
	const districts = new Map(essexDistricts.map((district) => [district.name, district]));
	const names = contactNames();
	const venues = new Map<VenueSpec, Venue>();
	const rows = venueSpecs.map((spec) => {
		const { name, street, town, postcode, district, fsm, visits, ...rest } = spec;
		const contacts = Array.from({ length: random.whole(1, 3) }, () =>
			contactAt(id(), name, names.next().value),
		);
		const venue = { id: id(), name, street, town, postcode, contacts };
		venues.set(spec, venue);
		const { contacts: _, ...place } = venue;
		return {
			...place,
			...rest,
			...agesOf(spec),
			...placeOf(known(districts, district), spec),
			fsmPercent: fsm,
			parking: random.pick(parking),
			reception: random.pick(reception),
			rooms: roomsOf(spec).join("\n"),
			sensitivities: random.chance(0.15) ? random.pick(sensitivities) : "",
			searchText: venueSearchText(spec),
		};
	});
	await tx.venue.createMany({ data: rows });
	await tx.contact.createMany({
		data: [...venues.values()].flatMap(({ id: venueId, contacts }) =>
			contacts.map((contact, at) => ({
				...contact,
				venueId,
				role: contactRoles[at] ?? "",
				phone: "01632 960300",
			})),
		),
	});
	return venues;
}

/** As the register of schools would have it. */
function placeOf({ code, laCode, laName }: District, { urn, easting, northing }: VenueSpec) {
	return {
		districtCode: code,
		...toLatLong(easting, northing),
		...(urn === null ? {} : { laCode, laName, registerStatus: "open" }),
	};
}

function* contactNames(): Generator<string, never> {
	for (let at = 0; ; at += 1) {
		const first = contactFirstNames[at % contactFirstNames.length];
		yield `${first} ${contactLastNames[at % contactLastNames.length]}`;
	}
}

function contactAt(id: string, venue: string, name: string): Reachable {
	const [first = "", last = ""] = name.toLowerCase().split(" ");
	return { id, name, email: `${first.charAt(0)}.${last}@${slugOf(venue)}.test` };
}

function agesOf({ kind, phase }: VenueSpec): { lowAge: number | null; highAge: number | null } {
	if (phase === "primary") return { lowAge: 4, highAge: 11 };
	if (phase === "all_through") return { lowAge: 4, highAge: 18 };
	if (phase === "secondary") return { lowAge: 11, highAge: 16 };
	if (kind === "college") return { lowAge: 16, highAge: 19 };
	return { lowAge: null, highAge: null };
}
