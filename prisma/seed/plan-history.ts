import type { LocalDate } from "#app/domain/time.ts";
import { sizes } from "./audiences.ts";
import type { Diary } from "./diary.ts";
import type { PlannedSession } from "./plan.ts";
import { type Drawn, drawVisitLength, planVisit } from "./plan-visit.ts";
import { type ProgrammeSpec, programmeSpecs, type Theme } from "./programmes.ts";
import { type Random, randomNamed } from "./random.ts";
import { schoolDaysBetween } from "./school-days.ts";
import { calledOffBefore, closedOut, deliveredTo, didNotHappen } from "./what-happened.ts";

export interface Delivered {
	theme: Theme;
	/** Delivered sessions in a whole year. */
	sessions: number;
	/** What they must add up to; left out, whatever is drawn. */
	total?: { of: "young people" | "people"; number: number };
}

/** What was published of 2024, to the last young person. */
const published2024: readonly Delivered[] = [
	{ theme: "Gangs and county lines", sessions: 84, total: { of: "young people", number: 4316 } },
	{ theme: "Knife crime", sessions: 218, total: { of: "young people", number: 9827 } },
	// Young people and adults together: most adults are parents at forums, the rest staff.
	{ theme: "Prepare, prevent, protect", sessions: 36, total: { of: "people", number: 3214 } },
];

/** A little more each year, as a team that is asked for grows. */
function usual(year: number): Delivered[] {
	const growth = 1 + 0.06 * Math.min(year - 2024, 5);
	return published2024.map(({ theme, sessions }) => ({
		theme,
		sessions: Math.round(sessions * growth),
	}));
}

/** Of the delivered ones, how many more were called off, and how many came to nothing on the day. */
const CALLED_OFF = 0.05;
const CAME_TO_NOTHING = 0.03;

/** One calendar year up to the day before `today`, every session of it ended. */
export function planYear(year: number, today: LocalDate, diary: Diary): PlannedSession[] {
	const random = randomNamed(`history of ${year}`);
	const whole = schoolDaysBetween(`${year}-01-01`, `${year}-12-31`);
	const days = whole.filter((date) => date < today);
	const part = days.length / whole.length;
	const delivered = year === 2024 ? published2024 : usual(year);
	return delivered.flatMap(({ theme, sessions, total }) => {
		const count = Math.round(sessions * part);
		const off = Math.round(count * CALLED_OFF);
		const nothing = Math.round(count * CAME_TO_NOTHING);
		const drawn = random.shuffle(drawSessions(theme, count + off + nothing, days, diary, random));
		const took = drawn.slice(off + nothing);
		if (total && part === 1) makeTotal(took, total, random);
		return [
			...drawn.slice(0, off).map((one) => ended(one, calledOffBefore(one, random))),
			...drawn
				.slice(off, off + nothing)
				.map((one) => ended(one, closedOut(one, didNotHappen(random), random))),
			...took.map((one) => {
				const { yearGroups, programme } = one;
				const recorded = deliveredTo(one, yearGroups, programme.audience, random);
				return ended(one, closedOut(one, recorded, random));
			}),
		];
	});
}

function ended({ youngPeople, adults, ...session }: Drawn, ending: PlannedSession["ending"]) {
	return { ...session, ending };
}

/** So many sessions of a theme's programmes by their shares, spread evenly over the days. */
function drawSessions(
	theme: Theme,
	count: number,
	days: readonly LocalDate[],
	diary: Diary,
	random: Random,
): Drawn[] {
	const programmes = programmeSpecs.filter((programme) => programme.theme === theme);
	const visits = random.shuffle(
		shared(programmes, count).flatMap(([programme, sessions]) =>
			inVisits(programme, sessions, random).map((length) => ({ programme, length })),
		),
	);
	return visits.flatMap(({ programme, length }, at) => {
		const day = Math.floor(((at + random.next()) / visits.length) * days.length);
		const drawn = placed(programme, length, days, day, diary, random);
		const missing = length - drawn.length;
		return missing > 0
			? [...drawn, ...placed(programme, missing, days, day + 3, diary, random)]
			: drawn;
	});
}

/** The visit on that day, or on the next one on which there are a place and people for it. */
function placed(
	programme: ProgrammeSpec,
	length: number,
	days: readonly LocalDate[],
	from: number,
	diary: Diary,
	random: Random,
): Drawn[] {
	for (let later = 0; later < days.length; later += 1) {
		const date = days[(from + later) % days.length] ?? "";
		const visit = diary.visit(programme, date, random);
		if (visit) return planVisit(programme, visit, length, random);
	}
	throw new Error(`No day has room for ${programme.name}`);
}

/** Largest shares last, so that they take what rounding leaves. */
function shared(programmes: readonly ProgrammeSpec[], count: number): [ProgrammeSpec, number][] {
	let left = count;
	return programmes
		.toSorted((a, b) => a.share - b.share)
		.map((programme, at) => {
			const last = at === programmes.length - 1;
			const sessions = last ? left : Math.round(count * programme.share);
			left -= sessions;
			return [programme, sessions];
		});
}

function inVisits(programme: ProgrammeSpec, sessions: number, random: Random): number[] {
	const lengths: number[] = [];
	for (let left = sessions; left > 0; ) {
		const length = Math.min(left, drawVisitLength(programme, random));
		lengths.push(length);
		left -= length;
	}
	return lengths;
}

/** Moves the drawn numbers by one here and there until they add up. */
function makeTotal(
	sessions: Drawn[],
	{ of, number }: NonNullable<Delivered["total"]>,
	random: Random,
): void {
	const counted = ({ youngPeople, adults }: Drawn) => youngPeople + (of === "people" ? adults : 0);
	let missing = number - sessions.reduce((sum, session) => sum + counted(session), 0);
	for (let tries = 0; missing !== 0; tries += 1) {
		if (tries > 100_000)
			throw new Error(`${number} cannot be reached by ${sessions.length} sessions`);
		const session = random.pick(sessions);
		const step = Math.sign(missing);
		const [least, most] = sizes[session.programme.audience];
		const next = session.youngPeople + step;
		if (next < least || next > most) continue;
		session.youngPeople = next;
		missing -= step;
	}
}
