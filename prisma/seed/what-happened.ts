import type { CloseOut, NotDeliveredReason } from "#app/domain/sessions/close-out.ts";
import type { FollowUpKind } from "#app/domain/sessions/follow-ups.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import { addDays, toInstant } from "#app/domain/time.ts";
import type { PersonSpec } from "./people.ts";
import { type Ending, officeMoment, type PlannedSession } from "./plan.ts";
import type { Audience } from "./programmes.ts";
import type { Random } from "./random.ts";

/** Wall times of the demo are read where its schools are. */
export const ZONE = "Europe/London";

export function instantOf({ date, start }: Pick<PlannedSession, "date" | "start">): Date {
	const found = toInstant(`${date}T${start}`, ZONE);
	if (!found.ok) throw new Error(`There is no ${start} on ${date}`);
	return found.instant;
}

type Unended = Omit<PlannedSession, "ending">;

/** Recorded the same day, by whoever led. */
export function closedOut(session: Unended, closeOut: CloseOut, random: Random): Ending {
	const minutes = session.programme.lengthMinutes + random.whole(5, 100);
	const at = new Date(instantOf(session).getTime() + minutes * 60_000);
	return { kind: "closed out", at, by: leadOf(session), closeOut };
}

function leadOf({ facilitators }: Unended): PersonSpec {
	const [lead] = facilitators;
	if (!lead) throw new Error("Nobody delivered it");
	return lead;
}

const kinds: Record<Audience, { chance: number; kinds: readonly FollowUpKind[] }> = {
	class: { chance: 0.08, kinds: ["criminal_exploitation", "mental_health", "domestic_abuse"] },
	assembly: { chance: 0.06, kinds: ["criminal_exploitation", "mental_health"] },
	"small group": { chance: 0.3, kinds: ["criminal_exploitation", "drugs", "social_care"] },
	primary: { chance: 0.05, kinds: ["social_care", "firesetter"] },
	community: { chance: 0.5, kinds: ["drugs", "alcohol", "mental_health", "housing"] },
};

const notes = [
	"Good questions about the law on carrying.",
	"Ran ten minutes short because of a fire drill.",
	"The school would like the next year group too.",
];

/** What was recorded of a session that took place. */
export function deliveredTo(
	people: { youngPeople: number; adults: number },
	yearGroups: readonly YearGroup[],
	audience: Audience,
	random: Random,
): CloseOut {
	const [one = "Mixed", two] = sortYearGroups(yearGroups);
	const first = two
		? Math.round(people.youngPeople * (0.42 + random.next() * 0.16))
		: people.youngPeople;
	const headcounts = [{ yearGroup: one, youngPeople: first }];
	if (two) headcounts.push({ yearGroup: two, youngPeople: people.youngPeople - first });
	const many = audience === "assembly" || audience === "community";
	const { chance, kinds: possible } = kinds[audience];
	const passedOn = random.chance(chance)
		? random.shuffle(possible).slice(0, random.whole(1, 2))
		: [];
	return {
		outcome: "delivered",
		headcounts,
		adults: people.adults,
		counted: random.chance(many ? 0.3 : 0.05) ? "estimated" : "counted",
		followUps: passedOn.map((kind) => ({
			kind,
			count: random.whole(1, audience === "community" ? 6 : 2),
		})),
		note: random.chance(0.08) ? random.pick(notes) : undefined,
	};
}

const notDelivered: readonly [NotDeliveredReason, string | undefined][] = [
	["school_closed", "Closed because of snow"],
	["school_closed", "No heating"],
	["nobody_there", "The school had it down for the week after"],
	["school_not_ready", undefined],
	["facilitator_ill", undefined],
	["could_not_get_there", "A12 closed after a crash"],
	["called_away", undefined],
	["other", "Fire alarm, the building was cleared until lunch"],
];

export function didNotHappen(random: Random): CloseOut {
	const [reason, note] = random.pick(notDelivered);
	return { outcome: "not_delivered", reason, note };
}

const calledOff: readonly ["us" | "school", string][] = [
	["school", "Mock examinations moved to that morning"],
	["school", "Ofsted inspection that week"],
	["school", "The year group is out on a trip"],
	["school", "Staff shortage, nobody can stay in the room"],
	["us", "Both facilitators needed in court"],
	["us", "Facilitator on sick leave, no stand-in"],
];

/** Called off some days before it would have been. */
export function calledOffBefore(session: Unended, random: Random): Ending {
	const [cancelledBy, reason] = random.pick(calledOff);
	const at = officeMoment(addDays(session.date, -random.whole(3, 14)), random);
	return { kind: "cancelled", at, cancelledBy, reason };
}
