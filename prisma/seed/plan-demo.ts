import { addDays, type LocalDate } from "#app/domain/time.ts";
import { Diary } from "./diary.ts";
import { demoFacilitator } from "./people.ts";
import { officeMoment, type PlannedSession } from "./plan.ts";
import { planComing } from "./plan-coming.ts";
import { planGaps } from "./plan-gaps.ts";
import { planYear } from "./plan-history.ts";
import { type Random, randomNamed } from "./random.ts";
import { schoolDaysBetween } from "./school-days.ts";

const FIRST_YEAR = 2024;
/** In school days: how far back sessions may still wait to be closed out. */
const LATELY = 12;

/** All that the demo tells on a given day, in the order of booking; the same whenever it is asked. */
export function planDemo(today: LocalDate): PlannedSession[] {
	const diary = new Diary();
	const lastYear = Number(addDays(today, -1).slice(0, 4));
	const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
	const past = years.flatMap((year) => planYear(year, today, diary));
	const since = schoolDaysBetween(addDays(today, -120), addDays(today, -1)).at(-LATELY) ?? today;
	const lately = past.filter(({ date }) => date >= since);
	const random = randomNamed(`loose ends before ${today}`);
	leaveOpen(lately, random);
	putRight(lately, addDays(today, -4), random);
	const coming = planComing(today, diary);
	return [...past, ...coming, ...planGaps(today, diary)].sort(byBooking);
}

function byBooking(a: PlannedSession, b: PlannedSession): number {
	return a.bookedAt.getTime() - b.bookedAt.getTime();
}

function delivered({ ending }: PlannedSession): boolean {
	return ending?.kind === "closed out" && ending.closeOut.outcome === "delivered";
}

/** The demo's facilitator has not closed out their last two visits; here and there others neither. */
function leaveOpen(sessions: PlannedSession[], random: Random): void {
	const visits = new Map<string, PlannedSession[]>();
	for (const session of sessions.filter(delivered)) {
		const key = `${session.date} ${session.venue.name}`;
		visits.set(key, [...(visits.get(key) ?? []), session]);
	}
	const inOrder = [...visits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, visit]) => visit);
	const own = inOrder.filter((visit) => visit[0]?.facilitators.includes(demoFacilitator)).slice(-2);
	const others = inOrder.filter((visit) => !own.includes(visit) && random.chance(0.25));
	for (const session of [...own, ...others].flat()) session.ending = null;
}

/** Two close-outs were put right some days later. */
function putRight(sessions: PlannedSession[], until: LocalDate, random: Random): void {
	const recorded = sessions.filter((session) => delivered(session) && session.date <= until);
	for (const { ending, date } of recorded.slice(-2)) {
		if (ending?.kind !== "closed out" || ending.closeOut.outcome !== "delivered") continue;
		const [first, ...rest] = ending.closeOut.headcounts;
		if (!first) continue;
		ending.corrected = {
			at: officeMoment(addDays(date, 3), random),
			closeOut: {
				...ending.closeOut,
				headcounts: [{ ...first, youngPeople: first.youngPeople - 1 }, ...rest],
			},
			reason: "The school's register shows one fewer",
		};
	}
}
