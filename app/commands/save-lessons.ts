import { changesBetween } from "#app/data/history.ts";
import { readVenueTime } from "#app/data/school-time.ts";
import { replaceLessons } from "#app/data/write-school-time.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { type LessonsInput, lessonLines } from "#app/domain/school-time/lesson-lines.ts";
import type { Lessons } from "#app/domain/school-time/lesson-periods.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

const labels = { lessons: "Lesson times", weekA: "A week A" };

/** Writes when a school's lessons are, in place of what was on record. */
export async function saveLessons(
	context: CommandContext,
	venueId: string,
	input: LessonsInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx): Promise<RegisterOutcome> => {
		const venue = await readVenueTime(tx, venueId);
		if (!venue) return { ok: false, reason: "not_found" };
		if (venue.retired) return { ok: false, reason: "retired" };
		const changes = changesBetween(labels, shown(venue.lessons), shown(input));
		if (changes.length === 0) return { ok: true, id: venueId };
		await replaceLessons(tx, venueId, input);
		await note(tx, context, ["venue", venueId], { what: "Lesson times changed", changes });
		return { ok: true, id: venueId };
	});
}

function shown({ periods, weekA }: Lessons) {
	return {
		lessons: lessonLines(periods).split("\n"),
		weekA: weekA && `the week of ${formatPlainDate(weekA)}`,
	};
}
