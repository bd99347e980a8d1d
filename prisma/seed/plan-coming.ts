import { addDays, type LocalDate } from "#app/domain/time.ts";
import { startsAt } from "./audiences.ts";
import { type Diary, qualifies } from "./diary.ts";
import { demoFacilitator, type PersonSpec } from "./people.ts";
import { officeMoment, type PlannedChange, type PlannedSession } from "./plan.ts";
import { type Drawn, drawVisitLength, planVisit } from "./plan-visit.ts";
import { type ProgrammeSpec, programmeSpecs } from "./programmes.ts";
import { type Random, randomNamed } from "./random.ts";
import { isSchoolDay, schoolDaysBetween } from "./school-days.ts";

/** Eight weeks of school days. */
const DAYS = 40;

/** A busy term from today on, holidays left out; today and tomorrow have something on any day. */
export function planComing(today: LocalDate, diary: Diary): PlannedSession[] {
	const random = randomNamed(`coming after ${today}`);
	const clubDays = [today, addDays(today, 1)].filter((date) => !isSchoolDay(date));
	const schoolDays = schoolDaysBetween(today, addDays(today, 150)).slice(0, DAYS);
	const days = [...clubDays, ...schoolDays].sort();
	const visits = days.flatMap((date, at) => planDay(date, at, { diary, random, today }));
	const visited = visits.map((visit) => visit.map((one) => bookedInTime(one, today, random)));
	makeWork(visited, today, random);
	for (const visit of visited) bookTogether(visit);
	return visited
		.flat()
		.map(({ youngPeople, adults, ...session }) => ({ ...session, ending: null }));
}

/** A visit day: several periods, booked as one list. */
function bookTogether(visit: Drawn[]): void {
	const [first] = visit;
	if (!first || visit.length < 2) return;
	for (const one of visit) one.series = `${first.date} ${first.start} ${first.venue.name}`;
}

interface Planning {
	diary: Diary;
	random: Random;
	today: LocalDate;
}

/** The visits of a day: the facilitator of the demo has two today and one tomorrow. */
function planDay(date: LocalDate, at: number, { diary, random }: Planning): Drawn[][] {
	const clubsOnly = !isSchoolDay(date);
	const own = at === 0 && !clubsOnly ? 2 : at < 2 ? 1 : 0;
	const others = clubsOnly ? 0 : at === 0 ? 3 : random.whole(1, at < 20 ? 4 : 2);
	const wanted: (PersonSpec | undefined)[] = [
		...Array.from({ length: own }, () => demoFacilitator),
		...Array.from({ length: others }, () => undefined),
	];
	return wanted.flatMap((person) => {
		const programme = drawProgramme(random, clubsOnly, person);
		const options = { clubsOnly, ...(person && { wanted: person }) };
		const visit = diary.visit(programme, date, random, options);
		const length = person ? 2 : drawVisitLength(programme, random);
		return visit ? [planVisit(programme, visit, length, random)] : [];
	});
}

const weights = {
	"Gangs and county lines": 30,
	"Knife crime": 60,
	"Prepare, prevent, protect": 10,
};

/** @param deliverer who must be qualified for it */
function drawProgramme(random: Random, clubsOnly: boolean, deliverer?: PersonSpec): ProgrammeSpec {
	const possible = programmeSpecs.filter(
		(programme) =>
			(!clubsOnly || programme.audience === "small group") &&
			(!deliverer || qualifies(deliverer, programme)),
	);
	return random.pick(
		possible.flatMap((one) =>
			Array<ProgrammeSpec>(Math.ceil(one.share * weights[one.theme])).fill(one),
		),
	);
}

/** What lies far ahead was booked in the last two weeks. */
function bookedInTime(session: Drawn, today: LocalDate, random: Random): Drawn {
	if (session.bookedAt.toISOString().slice(0, 10) < today) return session;
	return { ...session, bookedAt: officeMoment(addDays(today, -random.whole(2, 14)), random) };
}

/** What keeps a coordinator busy: a little of everything that can need somebody. */
function makeWork(visits: Drawn[][], today: LocalDate, random: Random): void {
	const lately = () => officeMoment(addDays(today, -random.whole(1, 4)), random);
	const weekAhead = addDays(today, 7);
	const settled = addDays(today, -6);
	const later = visits.filter(
		([first]) =>
			first && first.date >= weekAhead && first.bookedAt.toISOString().slice(0, 10) < settled,
	);
	const free = new Set(later);
	const take = (count: number, suits: (visit: Drawn[]) => boolean = () => true): Drawn[][] => {
		const taken = [...free].filter(suits).slice(0, count);
		for (const visit of taken) free.delete(visit);
		return taken;
	};
	const movable = take(3, canMove);
	for (const [one] of movable) if (one) one.changes = [moved(one, lately())];
	for (const [one] of [...movable.slice(0, 1), ...take(2)]) if (one) bounce(one);
	for (const [at, visit] of take(3, needsTwo).entries())
		bookShort(visit, at === 0 ? lately() : null);
	for (const visit of take(3)) for (const one of visit) Object.assign(one, confirmedLate(lately()));
	for (const [one] of take(2)) if (one) one.answer = "declined";
	for (const [one] of take(1)) if (one) one.answer = "tentative";
	for (const visit of take(1)) for (const one of visit) one.held = true;
	for (const visit of visits) {
		const [first] = visit;
		const open = first && first.date >= addDays(today, 14) && !later.includes(visit);
		if (open && random.chance(0.45)) for (const one of visit) one.provisional = true;
	}
}

/** A morning with one session, so that a later period is free for it. */
function canMove(visit: Drawn[]): boolean {
	const [only] = visit;
	if (!only || visit.length > 1) return false;
	return startsAt(only.venue, "morning")[0] === only.start;
}

function moved({ venue, room }: Drawn, at: Date): PlannedChange {
	const start = startsAt(venue, "morning").at(-1) ?? "11:10";
	return {
		kind: "moved",
		at,
		start,
		room,
		why: "The room is needed for an examination until break",
	};
}

function needsTwo([one]: Drawn[]): boolean {
	return one?.programme.facilitatorsNeeded === 2 && !one.programme.joint;
}

/** Booked with one of two; `joinedAt` is when the second was found. */
function bookShort(visit: Drawn[], joinedAt: Date | null): void {
	for (const one of visit) {
		const { facilitators } = one;
		one.facilitators = facilitators.slice(0, 1);
		const reason = "The second facilitator is still to be found";
		one.overrides = [...one.overrides, { code: "too_few_facilitators", reason }];
		if (joinedAt) {
			one.changes = [
				{ kind: "joined", at: joinedAt, facilitators, why: "Second facilitator found" },
			];
		}
	}
}

function bounce(session: Drawn): void {
	session.bounces = true;
	session.answer = null;
}

function confirmedLate(at: Date): Partial<Drawn> {
	return { provisional: true, changes: [{ kind: "confirmed", at }] };
}
