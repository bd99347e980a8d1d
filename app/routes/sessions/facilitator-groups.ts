import type { DaySession } from "#app/data/day-sessions.ts";
import type { FacilitatorChoice } from "#app/data/people.ts";
import { formatPlainDate, formatTime } from "#app/domain/format-time.ts";
import type { ChoiceTime } from "./choice-times.ts";

/** A session that keeps somebody busy, in words, with its address. */
export interface BusyWords {
	href: string;
	text: string;
}

export interface FacilitatorOption {
	id: string;
	name: string;
	/** "Northmoor Police", and whether they are of another team. */
	about: string;
	/** "Free", "Busy until 10:00am", "Qualification ended on 1 January 2027". */
	standing: string;
	busy: BusyWords[];
}

export interface FacilitatorGroup {
	kind: "ready" | "busy" | "away" | "unqualified" | "gone";
	legend: string;
	options: FacilitatorOption[];
}

interface Question {
	choices: readonly FacilitatorChoice[];
	/** Everybody's time then, by id. */
	times: ReadonlyMap<string, ChoiceTime>;
	/** Whether a programme is chosen, by which qualifications are judged. */
	byProgramme: boolean;
	/** Whether a time is chosen, at which people are free or not. */
	byTime: boolean;
	/** Everything of the day, to say what else they have. */
	sessions: readonly DaySession[];
	zone: string;
}

/** Everybody who could deliver, those who can simply be chosen first. */
export function facilitatorGroups(question: Question): FacilitatorGroup[] {
	const { choices, times, byProgramme, byTime } = question;
	const groups: FacilitatorGroup[] = [
		{ kind: "ready", legend: readyLegend(byProgramme, byTime), options: [] },
		{ kind: "busy", legend: "Busy at that time", options: [] },
		{ kind: "away", legend: "Away or not working then", options: [] },
		{ kind: "unqualified", legend: "Not qualified for this programme", options: [] },
	];
	for (const choice of choices) {
		const kind = kindOf(choice, byProgramme, times.get(choice.id));
		groups.find((group) => group.kind === kind)?.options.push(optionFor(choice, question));
	}
	return groups.filter(({ options }) => options.length > 0);
}

/** Who is on a session though nobody may be chosen for another: retired since. */
export function goneGroup(people: readonly { id: string; name: string }[]): FacilitatorGroup[] {
	if (people.length === 0) return [];
	const options = people.map(({ id, name }) => ({ id, name, about: "", standing: "", busy: [] }));
	return [{ kind: "gone", legend: "On this session, but no longer with a team", options }];
}

function readyLegend(byProgramme: boolean, byTime: boolean): string {
	if (!byProgramme) return byTime ? "Free at that time" : "Everybody who delivers";
	return byTime ? "Qualified and free at that time" : "Qualified for this programme";
}

function kindOf(
	choice: FacilitatorChoice,
	byProgramme: boolean,
	time: ChoiceTime | undefined,
): FacilitatorGroup["kind"] {
	if (byProgramme && choice.standing !== "qualified") return "unqualified";
	if (choice.busy.length > 0) return "busy";
	return time?.standing === "away" || time?.standing === "off_hours" ? "away" : "ready";
}

function optionFor(
	choice: FacilitatorChoice,
	{ byProgramme, byTime, times, sessions, zone }: Question,
): FacilitatorOption {
	const { id, name, agency, inTeam, busy } = choice;
	const others = sessions.filter(({ people }) => people.some((person) => person.id === id));
	const time = times.get(id);
	const away = time?.standing === "away" || time?.standing === "off_hours";
	const words = [
		byProgramme ? qualificationWords(choice) : "",
		byTime && !away ? freeWords(choice, others.length, zone) : "",
		...(time?.words ?? []),
	];
	return {
		id,
		name,
		about: inTeam ? agency.name : `${agency.name}, another team`,
		standing: words.filter((text) => text !== "").join(". "),
		busy: busy.map(({ reference, programmeName, venueName, startsAt, endsAt }) => ({
			href: `/sessions/${reference}`,
			text: `${programmeName} at ${venueName}, ${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`,
		})),
	};
}

function qualificationWords({ standing, qualifiedUntil }: FacilitatorChoice): string {
	if (standing !== "expired" || qualifiedUntil === null) return "";
	return `Qualification ended on ${formatPlainDate(qualifiedUntil)}`;
}

function freeWords({ busy }: FacilitatorChoice, others: number, zone: string): string {
	const last = busy.at(-1);
	if (last) return `Busy until ${formatTime(last.endsAt, zone)}`;
	if (others === 0) return "Free all day";
	return `Free, ${others === 1 ? "1 other session" : `${others} other sessions`} that day`;
}
