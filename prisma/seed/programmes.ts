import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

export const themeNames = [
	"Gangs and county lines",
	"Knife crime",
	"Prepare, prevent, protect",
] as const;

export type Theme = (typeof themeNames)[number];
export type TeamPrefix = "JET" | "PPP";

/** Kinds of audience: they decide where a programme goes and how many listen. */
export type Audience = "class" | "assembly" | "small group" | "primary" | "community";

export interface ProgrammeSpec {
	name: string;
	theme: Theme;
	/** why a theme of its own for PPP: its people must not be in the published figures of the other two. */
	team: TeamPrefix;
	audience: Audience;
	summary: string;
	lengthMinutes: number;
	yearGroups: readonly YearGroup[];
	largestGroup: number;
	facilitatorsNeeded: number;
	/** Delivered by both services together. */
	joint: boolean;
	/** Of the sessions of its theme. */
	share: number;
	schoolProvides: string;
	/** One thing a line. */
	bring: string;
}

const kit = "Laptop and clicker\nSpeaker";
const room = "A member of staff who stays in the room\nA projector and sound";

export const programmeSpecs: readonly ProgrammeSpec[] = [
	{
		name: "Knife crime: choices and consequences",
		theme: "Knife crime",
		team: "JET",
		audience: "class",
		summary: "A lesson on why people carry, what the law says, and how to get out of a bad moment.",
		lengthMinutes: 60,
		yearGroups: ["Y7", "Y8", "Y9"],
		largestGroup: 32,
		facilitatorsNeeded: 1,
		joint: false,
		share: 0.67,
		schoolProvides: `${room}\nTables for groups of five`,
		bring: `${kit}\nScenario cards, six sets`,
	},
	{
		name: "Knife crime: the ripple effect",
		theme: "Knife crime",
		team: "JET",
		audience: "assembly",
		summary:
			"A year-group assembly: one evening seen by a friend, a sister, a medic and an officer.",
		lengthMinutes: 40,
		yearGroups: ["Y7", "Y8", "Y9", "Y10", "Y11"],
		largestGroup: 240,
		facilitatorsNeeded: 2,
		joint: false,
		share: 0.14,
		schoolProvides: `${room}\nA microphone`,
		bring: `${kit}\nThe film on a stick`,
	},
	{
		name: "Knife crime: thinking it through",
		theme: "Knife crime",
		team: "JET",
		audience: "small group",
		summary:
			"For a few young people whom the school chooses: what would you do, and who would help?",
		lengthMinutes: 50,
		yearGroups: ["Y9", "Y10", "Y11", "Mixed"],
		largestGroup: 12,
		facilitatorsNeeded: 1,
		joint: false,
		share: 0.19,
		schoolProvides: "A quiet room\nThe Designated Safeguarding Lead told beforehand",
		bring: "Scenario cards, one set",
	},
	{
		name: "County lines: spotting the signs",
		theme: "Gangs and county lines",
		team: "JET",
		audience: "class",
		summary:
			"A lesson on how grooming works, step by step, and what to say to a friend who is in it.",
		lengthMinutes: 60,
		yearGroups: ["Y8", "Y9", "Y10"],
		largestGroup: 32,
		facilitatorsNeeded: 1,
		joint: false,
		share: 0.64,
		schoolProvides: room,
		bring: `${kit}\nThe county map`,
	},
	{
		name: "Gangs and grooming: who profits?",
		theme: "Gangs and county lines",
		team: "JET",
		audience: "assembly",
		summary: "A year-group assembly by both services on who earns, who pays, and where to turn.",
		lengthMinutes: 45,
		yearGroups: ["Y7", "Y8", "Y9", "Y10", "Y11"],
		largestGroup: 240,
		facilitatorsNeeded: 2,
		joint: true,
		share: 0.16,
		schoolProvides: `${room}\nA microphone`,
		bring: kit,
	},
	{
		name: "Good friends, bad friends",
		theme: "Gangs and county lines",
		team: "JET",
		audience: "primary",
		summary: "For the top of primary school: pressure, secrets, gifts, and trusted grown-ups.",
		lengthMinutes: 50,
		yearGroups: ["Y5", "Y6"],
		largestGroup: 62,
		facilitatorsNeeded: 1,
		joint: false,
		share: 0.2,
		schoolProvides: room,
		bring: `${kit}\nFriendship cards, eight sets`,
	},
	{
		name: "Prepare, prevent, protect",
		theme: "Prepare, prevent, protect",
		team: "PPP",
		audience: "community",
		summary:
			"How to stay safe, whom to tell, and which services help: for older pupils and adults.",
		lengthMinutes: 50,
		yearGroups: ["Y9", "Y10", "Y11", "Y12", "Y13", "Mixed"],
		largestGroup: 160,
		facilitatorsNeeded: 1,
		joint: false,
		share: 1,
		schoolProvides: `${room}\nA table by the door for leaflets`,
		bring: "Leaflets\nA box for questions",
	},
];
