import { addDays, type LocalDate } from "#app/domain/time.ts";
import type { Diary } from "./diary.ts";
import { officeMoment, type PlannedSession } from "./plan.ts";
import { planVisit } from "./plan-visit.ts";
import { programmeSpecs } from "./programmes.ts";
import { randomNamed } from "./random.ts";
import { schoolDaysBetween } from "./school-days.ts";
import { venueNamed } from "./venues.ts";

/** Schools that were missed otherwise: one is booked at last, and one said no. */
export function planGaps(today: LocalDate, diary: Diary): PlannedSession[] {
	const random = randomNamed(`gaps before ${today}`);
	const programme = programmeSpecs.find(({ audience }) => audience === "class");
	if (!programme) throw new Error("No programme is for a class");
	const visitOn = (days: readonly LocalDate[], name: string) => {
		const at = venueNamed(name);
		for (const date of days) {
			const visit = diary.visit(programme, date, random, { at });
			if (visit) return planVisit(programme, visit, 1, random);
		}
		return [];
	};
	const soon = schoolDaysBetween(addDays(today, 20), addDays(today, 90));
	const lately = schoolDaysBetween(addDays(today, -90), addDays(today, -12)).reverse();
	const booked = visitOn(soon, "Flitch Green High School").map((one) => ({
		...one,
		provisional: true,
		bookedAt: officeMoment(addDays(today, -3), random),
		ending: null,
	}));
	const declined = visitOn(lately, "Dengie Reach School").map((one) => ({
		...one,
		ending: {
			kind: "cancelled" as const,
			at: officeMoment(addDays(one.date, -6), random),
			cancelledBy: "school" as const,
			reason: "No room in the timetable this year",
		},
	}));
	return [...booked, ...declined].map(({ youngPeople, adults, ...session }) => session);
}
