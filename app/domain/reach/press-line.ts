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

export interface PressLine {
	/** Who delivered: the team's name, "Joint Education Team". */
	team: string;
	period: Period;
	/** In the order in which they are to be read. */
	figures: readonly PressFigure[];
	audience?: "young_people" | "people";
	/** "rounded" says "more than 4,300" where that is true; "exact" is the default. */
	wording?: "exact" | "rounded";
}

const audiences = {
	young_people: ["young person", "young people"],
	people: ["person", "people"],
} as const;

/**
 * The sentence for the press, without any figure that is not in `figures`: "In 2024 the Joint
 * Education Team delivered 84 sessions on gangs and county lines, reaching 4,316 young people; and
 * 218 sessions on knife crime, reaching 9,827 young people."
 */
export function pressLine(line: PressLine): string {
	const { team, period, figures, audience = "young_people", wording = "exact" } = line;
	const [one, many] = audiences[audience];
	const say = (count: number, single: string, plural: string) =>
		wording === "rounded" ? roundedOf(count, single, plural) : exactOf(count, single, plural);
	const clauses = figures.map(({ theme, sessions, reached }) => {
		const about = theme === null ? "" : ` on ${midSentence(theme)}`;
		const what = `${say(sessions, "session", "sessions")}${about}`;
		return sessions === 0 ? what : `${what}, reaching ${say(reached, one, many)}`;
	});
	const delivered = clauses.length === 0 ? "no sessions" : joined(clauses);
	return `${inPeriod(period)} ${withArticle(team)} delivered ${delivered}.`;
}

function joined(clauses: string[]): string {
	const last = clauses.at(-1) ?? "";
	return clauses.length < 2 ? last : `${clauses.slice(0, -1).join("; ")}; and ${last}`;
}

function exactOf(count: number, one: string, many: string): string {
	return count === 0 ? `no ${many}` : countOf(count, one, many);
}

function roundedOf(count: number, one: string, many: string): string {
	const below = roundedBelow(count);
	return below === count ? exactOf(count, one, many) : `more than ${formatCount(below)} ${many}`;
}

/**
 * The round number at or below a count. "More than" may be said only when it is below: "more than
 * 4,300" of exactly 4,300 is false. Under 20 the number itself is short enough to be exact.
 */
export function roundedBelow(count: number): number {
	if (count < 20) return count;
	const step = count < 100 ? 5 : 10 ** (String(count).length - 2);
	return count - (count % step);
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
