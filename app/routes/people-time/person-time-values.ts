import type { PersonTimeRecord } from "#app/data/people-time.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder } from "#app/http/parse-form.ts";

/** The boxes of the week, as `day.1.starts`, as the schema takes them. */
export function daysFrom(fields: Fields) {
	const boxes = fieldsUnder("day", fields);
	return Object.fromEntries(
		[1, 2, 3, 4, 5, 6, 7].map((weekday) => [
			weekday,
			{ starts: boxes[`${weekday}.starts`], ends: boxes[`${weekday}.ends`] },
		]),
	);
}

export function valuesOfTime(person: PersonTimeRecord): Fields {
	const { pattern, dailySessions, weeklyMinutes, vettedUntil, base } = person;
	const days = pattern.flatMap(({ weekday, starts, ends }) => [
		[`day.${weekday}.starts`, starts],
		[`day.${weekday}.ends`, ends],
	]);
	return fieldsFrom({
		...Object.fromEntries(days),
		dailySessions,
		weeklyHours: weeklyMinutes === null ? null : Math.round(weeklyMinutes / 60),
		vettedUntil,
		base: base?.id,
	});
}
