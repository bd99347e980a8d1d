import { listBases } from "#app/data/bases.ts";
import { changesBetween } from "#app/data/history.ts";
import { findPersonTime, type PersonTimeFields, updatePersonTime } from "#app/data/people-time.ts";
import type { PersonTimeInput } from "#app/domain/people/person-time-input.ts";
import { shortWeekdayName } from "#app/domain/weekdays.ts";
import type { CommandContext } from "./command-context.ts";
import { allAmong, note, type RegisterOutcome, unknownChoice } from "./register-outcome.ts";

const labels = {
	pattern: "Working hours",
	dailySessions: "Most sessions a day",
	weeklyHours: "Most hours a week",
	vettedUntil: "Vetted until",
	base: "Base",
};

/** Writes when somebody works, how much they take on, until when they are vetted, and their base. */
export async function savePersonTime(
	context: CommandContext,
	id: string,
	{ base, ...input }: PersonTimeInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx): Promise<RegisterOutcome> => {
		const before = await findPersonTime(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retired) return { ok: false, reason: "retired" };
		const bases = await listBases(tx);
		if (base !== null && !allAmong([base], bases)) return unknownChoice("base");
		await updatePersonTime(tx, id, { ...input, baseId: base });
		const name = bases.find((one) => one.id === base)?.name ?? null;
		const changes = changesBetween(
			labels,
			shown({ ...before, baseId: null }, before.base?.name ?? null),
			shown({ ...input, baseId: base }, name),
		);
		if (changes.length > 0) {
			await note(tx, context, ["person_time", id], { what: "Working time changed", changes });
		}
		return { ok: true, id };
	});
}

function shown({ pattern, weeklyMinutes, ...time }: PersonTimeFields, base: string | null) {
	return {
		...time,
		base,
		weeklyHours: weeklyMinutes === null ? null : weeklyMinutes / 60,
		pattern: pattern.map(
			({ weekday, starts, ends }) => `${shortWeekdayName(weekday)} ${starts}-${ends}`,
		),
	};
}
