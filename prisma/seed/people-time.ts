import { addAbsence } from "#app/commands/add-absence.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { saveBase } from "#app/commands/save-base.ts";
import { savePersonTime } from "#app/commands/save-person-time.ts";
import { absenceInput, personTimeInput } from "#app/domain/people/person-time-input.ts";
import { addDays, type LocalDate, weekdayOf } from "#app/domain/time.ts";
import { baseInput } from "#app/domain/travel/travel-input.ts";
import { type PersonSpec, peopleSpecs } from "./people.ts";
import type { PlannedSession } from "./plan.ts";
import { isSchoolDay } from "./school-days.ts";
import type { DemoWorld } from "./world.ts";

const bases = [
	{ name: "Chelmsford station", easting: "570600", northing: "206900" },
	{ name: "Basildon station", easting: "570300", northing: "188800" },
];

/** Working hours, vetting, bases, some leave, and one training day that leaves sessions undone. */
export async function writePeopleTime(
	context: CommandContext,
	{ register }: DemoWorld,
	plan: readonly PlannedSession[],
	today: LocalDate,
): Promise<void> {
	const ids: string[] = [];
	for (const typed of bases) {
		const outcome = await saveBase(context, null, baseInput.parse(typed));
		if (!outcome.ok) throw new Error(`A base of the demo was refused: ${outcome.reason}`);
		ids.push(outcome.id);
	}
	for (const [at, spec] of peopleSpecs.entries()) {
		const { id } = register.person(spec);
		const input = personTimeInput.parse({
			day: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, hoursOf(day)])),
			vettedUntil: addDays(today, 200 + at * 40),
			base: ids[at % ids.length],
		});
		const outcome = await savePersonTime(context, id, input);
		if (!outcome.ok) throw new Error(`Working time of the demo was refused: ${outcome.reason}`);
	}
	await away(context, register.person(nth(1)).id, "leave", freeWeek(nth(1), plan, today));
	await away(context, register.person(nth(5)).id, "leave", freeWeek(nth(5), plan, today));
	await away(context, register.person(nth(2)).id, "training", busyDay(nth(2), plan, today));
}

function hoursOf(weekday: number) {
	return weekday === 5 ? { starts: "08:00", ends: "16:00" } : { starts: "08:00", ends: "17:00" };
}

function nth(at: number): PersonSpec {
	const spec = peopleSpecs[at];
	if (!spec) throw new Error(`Nobody is number ${at} of the demo`);
	return spec;
}

interface Days {
	from: LocalDate;
	to: LocalDate;
}

async function away(
	context: CommandContext,
	personId: string,
	kind: string,
	days: Days | null,
): Promise<void> {
	if (days === null) return;
	const outcome = await addAbsence(context, personId, absenceInput.parse({ kind, ...days }));
	if (!outcome.ok) throw new Error(`An absence of the demo was refused: ${outcome.reason}`);
}

function delivers(spec: PersonSpec, plan: readonly PlannedSession[], { from, to }: Days): boolean {
	return plan.some(
		({ date, facilitators }) => from <= date && date <= to && facilitators.includes(spec),
	);
}

/** Three working days in the coming weeks on which somebody has no session. */
function freeWeek(
	spec: PersonSpec,
	plan: readonly PlannedSession[],
	today: LocalDate,
): Days | null {
	for (let ahead = 7; ahead < 90; ahead += 1) {
		const days = { from: addDays(today, ahead), to: addDays(today, ahead + 2) };
		if (weekdayOf(days.from) <= 3 && !delivers(spec, plan, days)) return days;
	}
	return null;
}

/** A day next week or later on which somebody has a session. */
function busyDay(spec: PersonSpec, plan: readonly PlannedSession[], today: LocalDate): Days | null {
	for (let ahead = 7; ahead < 90; ahead += 1) {
		const day = addDays(today, ahead);
		if (isSchoolDay(day) && delivers(spec, plan, { from: day, to: day }))
			return { from: day, to: day };
	}
	return null;
}
