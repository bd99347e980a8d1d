import { countOf } from "#app/domain/format-number.ts";
import type { OldDecisions } from "#app/domain/imports/old-check.ts";
import type { OldFileResult } from "#app/domain/imports/old-file.ts";
import type { RegisterResult } from "#app/domain/imports/register-file.ts";

const schools = (count: number) => countOf(count, "school", "schools");
const isOrAre = (count: number) => (count === 1 ? "is" : "are");

/** What applying a register does, a line each; none when it would do nothing. */
export function registerConsequences({ counts }: RegisterResult): string[] {
	const lines = [
		count(counts.new, "added"),
		count(counts.changed, "corrected; what your team wrote itself stays as it is"),
		count(counts.closed, "closed: retired with all history, unless sessions are booked there"),
		count(counts.gone, "no longer in the register: retired with all history in the same way"),
		count(counts.reopened, "open again and brought back into use"),
		count(counts.successor, "linked to what became of it, so that its history counts there"),
	].filter((line) => line !== "");
	if (lines.length === 0) return [];
	const { unreadable } = counts;
	return [
		...lines,
		...(unreadable > 0
			? [
					`${countOf(unreadable, "row", "rows")} that cannot be read ${isOrAre(unreadable)} left out`,
				]
			: []),
		"Calendars are corrected by mail where a school with booked sessions has another name or address",
		"All of it is written at once, or none. It cannot be undone as a whole",
	];
}

function count(number: number, what: string): string {
	return number > 0 ? `${schools(number)} ${isOrAre(number)} ${what}` : "";
}

/** What bringing in past sessions does, a line each; none when no row is ready. */
export function sessionConsequences(
	{ counts, youngPeople, adults, questions }: OldFileResult,
	{ venues = {} }: Partial<OldDecisions>,
): string[] {
	if (counts.ready === 0) return [];
	const places = questions.venues.filter(({ key }) => venues[key] === "new").length;
	const rows = (number: number, why: string) =>
		number > 0 ? [`${countOf(number, "row", "rows")} ${why}: not brought in`] : [];
	return [
		`${countOf(counts.ready, "session comes", "sessions come")} in as delivered, with ${countOf(youngPeople, "young person", "young people")} and ${countOf(adults, "adult", "adults")}`,
		"They count in reach at once, marked as imported",
		...(places > 0 ? [`${countOf(places, "place is", "places are")} added to the venues`] : []),
		...rows(counts.asks, "waiting for an answer"),
		...rows(counts.duplicate, "that look like a session that is here already"),
		...rows(counts.error, "with mistakes"),
		...rows(counts.left_out, "that you left out"),
		"Nobody is told: no invite and no mail is sent",
		"All of it is written at once, or none. It can be undone as a whole afterwards",
	];
}
