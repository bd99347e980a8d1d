import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { Period } from "#app/domain/periods.ts";

export interface PressFigure {
	/** The theme's name as it stands in settings; null for all themes together. */
	theme: string | null;
	sessions: number;
	/** Attendances at delivered sessions; with adults added when the audience is people. */
	reached: number;
}

/**
 * "rounded" says "more than 4,300" where that is true; "nearest" also "nearly 4,400" of a number
 * just below it; "exact" is the default.
 */
export type Wording = "exact" | "rounded" | "nearest";

export interface PressLine {
	/** Who delivered: the team's name, "Joint Education Team". */
	team: string;
	period: Period;
	/** In the order in which they are to be read. */
	figures: readonly PressFigure[];
	audience?: "young_people" | "people";
	wording?: Wording;
	/** Figures of all of it together that are told besides, each in a sentence of its own. */
	also?: {
		estimatedDistinct?: number;
		places?: { schools: number; others: number };
		adults?: number;
	};
}

const audiences = {
	young_people: ["young person", "young people"],
	people: ["person", "people"],
} as const;

/**
 * The sentence for the press, without any figure that is not in `figures`: "In 2024 the Joint
 * Education Team delivered 84 sessions on gangs and county lines, reaching 4,316 young people, and
 * 218 sessions on knife crime, reaching 9,827 young people."
 */
export function pressLine(line: PressLine): string {
	const { team, period, figures, audience = "young_people", wording = "exact" } = line;
	const [one, many] = audiences[audience];
	const say = sayer(wording);
	const clauses = figures.map(({ theme, sessions, reached }) => {
		const about = theme === null ? "" : ` on ${midSentence(theme)}`;
		const what = `${say(sessions, "session", "sessions")}${about}`;
		return sessions === 0 ? what : `${what}, reaching ${say(reached, one, many)}`;
	});
	const delivered = clauses.length === 0 ? "no sessions" : joined(clauses);
	const sentence = `${inPeriod(period)} ${withArticle(team)} delivered ${delivered}.`;
	const any = figures.some(({ sessions }) => sessions > 0);
	return [sentence, ...(any ? alsoSaid(line.also ?? {}, say) : [])].join(" ");
}

type Say = (count: number, one: string, many: string) => string;

function sayer(wording: Wording): Say {
	if (wording === "exact") return exactOf;
	return (count, one, many) => roundedOf(count, one, many, wording);
}

function alsoSaid({ estimatedDistinct, places, adults }: NonNullable<PressLine["also"]>, say: Say) {
	const sentences: string[] = [];
	if (estimatedDistinct !== undefined) {
		const young = say(estimatedDistinct, "different young person", "different young people");
		sentences.push(`By estimate these were ${young}.`);
	}
	if (places) {
		const { schools, others } = places;
		const at = [
			...(schools > 0 || others === 0 ? [say(schools, "school", "schools")] : []),
			...(others > 0 ? [say(others, otherPlace(schools), `${otherPlace(schools)}s`)] : []),
		];
		sentences.push(`The sessions took place at ${at.join(" and ")}.`);
	}
	if (adults !== undefined) {
		const said = say(adults, "adult", "adults");
		sentences.push(`${said.charAt(0).toUpperCase()}${said.slice(1)} took part besides.`);
	}
	return sentences;
}

function otherPlace(schools: number): string {
	return schools > 0 ? "other place" : "place";
}

/** why semicolons among three: each clause has a comma of its own. */
function joined(clauses: string[]): string {
	const last = clauses.at(-1) ?? "";
	if (clauses.length < 2) return last;
	const between = clauses.length === 2 ? ", and " : "; and ";
	return `${clauses.slice(0, -1).join("; ")}${between}${last}`;
}

function exactOf(count: number, one: string, many: string): string {
	return count === 0 ? `no ${many}` : countOf(count, one, many);
}

function roundedOf(count: number, one: string, many: string, wording: Wording): string {
	const below = roundedBelow(count);
	if (below === count) return exactOf(count, one, many);
	const above = below + stepOf(count);
	const near = wording === "nearest" && isNearly(count, above);
	return near ? `nearly ${formatCount(above)} ${many}` : `more than ${formatCount(below)} ${many}`;
}

/** Whether "nearly" is true of a count: it lacks something, and a fifth of the step at most. */
export function isNearly(count: number, round: number): boolean {
	return count < round && (round - count) * 5 <= stepOf(count);
}

/**
 * The round number at or below a count. "More than" may be said only when it is below: "more than
 * 4,300" of exactly 4,300 is false. Under 20 the number itself is short enough to be exact.
 */
export function roundedBelow(count: number): number {
	return count < 20 ? count : count - (count % stepOf(count));
}

function stepOf(count: number): number {
	return count < 100 ? 5 : 10 ** (String(count).length - 2);
}

/** "In 2024", "In the academic year 2024 to 2025", "Between 1 May 2024 and 9 June 2024". */
export function inPeriod(period: Period): string {
	switch (period.kind) {
		case "calendar_year":
		case "month":
			return `In ${period.label}`;
		case "quarter":
			return `From ${period.label}`;
		case "financial_year":
		case "academic_year":
		case "term":
			return `In the ${period.label.charAt(0).toLowerCase()}${period.label.slice(1)}`;
		case "custom":
			return period.from === period.to
				? `On ${formatPlainDate(period.from)}`
				: `Between ${formatPlainDate(period.from)} and ${formatPlainDate(period.to)}`;
	}
}

function withArticle(team: string): string {
	return /^the /i.test(team) ? `the ${team.slice(4)}` : `the ${team}`;
}

/** "Knife crime" as it reads inside a sentence; abbreviations such as "CSE" keep their capitals. */
function midSentence(theme: string): string {
	const [first = ""] = theme.split(/\s/);
	const capitals = first.length > 1 && first === first.toUpperCase();
	return capitals ? theme : theme.charAt(0).toLowerCase() + theme.slice(1);
}
