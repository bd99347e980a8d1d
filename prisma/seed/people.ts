import type { Audience, TeamPrefix } from "./programmes.ts";

/** Fictional people of the two real services; every address ends in .test, where no mail can go. */

export const agencyNames = ["Essex Police", "Essex County Fire and Rescue Service"] as const;
export type AgencyName = (typeof agencyNames)[number];

export const teamSpecs = [
	{
		prefix: "JET",
		name: "Joint Education Team",
		email: "education@termtime.test",
		phone: "01632 960100",
		agencies: agencyNames,
	},
	{
		prefix: "PPP",
		name: "PPP team",
		email: "ppp@termtime.test",
		phone: "01632 960200",
		agencies: ["Essex Police"],
	},
] as const;

export interface PersonSpec {
	name: string;
	email: string;
	agency: AgencyName;
	teams: readonly TeamPrefix[];
	/** Audiences for which they are qualified; all that their team has where left out. */
	only?: readonly Audience[];
}

const [police, fire] = agencyNames;

function person(
	name: string,
	agency: AgencyName,
	teams: readonly TeamPrefix[],
	only?: readonly Audience[],
): PersonSpec {
	const [first = "", last = ""] = name
		.toLowerCase()
		.replace(/[^a-z ]/g, "")
		.split(" ");
	const domain = agency === police ? "police" : "fire";
	return { name, email: `${first}.${last}@${domain}.test`, agency, teams, ...(only && { only }) };
}

/** Whom the facilitator's account is: its sessions are today, tomorrow and awaiting close-out. */
export const demoFacilitator: PersonSpec = {
	...person("Amara Whitlock", police, ["JET"]),
	email: "facilitator@termtime.test",
};

export const peopleSpecs: readonly PersonSpec[] = [
	demoFacilitator,
	person("Joel Ashdown", police, ["JET"]),
	person("Meera Kalsi", police, ["JET"]),
	person("Tom Pargeter", police, ["JET"]),
	person("Nadia Brightwell", police, ["JET", "PPP"]),
	person("Dean Harrowgate", fire, ["JET"]),
	person("Sophie Lindquist", fire, ["JET"]),
	person("Imran Sadiq", fire, ["JET"]),
	person("Bethan Orchard", fire, ["JET"], ["class", "assembly"]),
	person("Callum Reeve", police, ["PPP"]),
	person("Ros Tillingham", police, ["PPP"]),
];

/** Who signs in to the demo; the facilitator is one of those who deliver. */
export const accountSpecs = [
	{ role: "coordinator", email: "coordinator@termtime.test", name: "Helen Marsden" },
	{ role: "facilitator", email: demoFacilitator.email, name: demoFacilitator.name },
	{ role: "manager", email: "manager@termtime.test", name: "Olu Bright" },
	{ role: "administrator", email: "admin@termtime.test", name: "Gareth Poole" },
] as const;

export const contactFirstNames =
	"Anita Bola Catrin Dominic Esme Farid Grace Hamish Ines Jacob Kavita Leon Marta Nigel Orla Piotr Queenie Rashid Sunita Terence".split(
		" ",
	);

export const contactLastNames =
	"Ackroyd Banerjee Coldwell Delacroix Etheridge Fairhurst Gammon Haldane Ibekwe Jessop Kingsnorth Lavender Mistry Norbury Oakeshott Penhale Quayle Rosewarne Stannard Thackeray Underhill Varga Wetherby".split(
		" ",
	);

export const contactRoles = [
	"Designated Safeguarding Lead",
	"Head of PSHE",
	"Head of Year 8",
	"Pastoral lead",
	"Assistant head teacher",
] as const;
