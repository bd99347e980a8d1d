import type { LocalDate } from "#app/domain/time.ts";
import { type Slot, startsAt, suits } from "./audiences.ts";
import { agencyNames, type PersonSpec, peopleSpecs } from "./people.ts";
import type { ProgrammeSpec } from "./programmes.ts";
import type { Random } from "./random.ts";
import { keepsSchoolHours, type VenueSpec, venueSpecs } from "./venues.ts";

/** From here on the team went no more to the places it does not visit any longer. */
const STOPPED = "2025-03-01";

export interface Visit {
	date: LocalDate;
	slot: Slot;
	venue: VenueSpec;
	facilitators: PersonSpec[];
}

/**
 * Who is where. A place is visited once a day and a person makes one visit in each part of the day,
 * so that nothing can overlap.
 */
export class Diary {
	readonly #taken = new Set<string>();
	readonly #visits = new Map<object, number>();

	/**
	 * A place and people for a programme on a day, taken at once; null when there are none.
	 * @param wanted who must be among the facilitators
	 * @param at where it must be, visited otherwise or not
	 */
	visit(
		programme: ProgrammeSpec,
		date: LocalDate,
		random: Random,
		{
			wanted,
			clubsOnly = false,
			at,
		}: { wanted?: PersonSpec; clubsOnly?: boolean; at?: VenueSpec } = {},
	): Visit | null {
		const venue = at ?? this.#venue(programme, date, random, clubsOnly);
		if (!venue) return null;
		const slots: Slot[] = keepsSchoolHours(venue)
			? random.chance(0.6)
				? ["morning", "afternoon"]
				: ["afternoon", "morning"]
			: [clubsOnly ? "morning" : "evening"];
		for (const slot of slots) {
			const facilitators = this.#people(programme, date, slot, random, wanted);
			if (facilitators.length < programme.facilitatorsNeeded) continue;
			this.#take(venue, `${date} ${venue.name}`);
			for (const one of facilitators) this.#take(one, `${date} ${slot} ${one.email}`);
			return { date, slot, venue, facilitators };
		}
		return null;
	}

	#take(what: object, key: string): void {
		this.#taken.add(key);
		this.#visits.set(what, (this.#visits.get(what) ?? 0) + 1);
	}

	/** Of three drawn by chance the one that was visited least. */
	#venue(
		{ audience }: ProgrammeSpec,
		date: LocalDate,
		random: Random,
		clubsOnly: boolean,
	): VenueSpec | undefined {
		const open = venueSpecs.filter(
			(venue) =>
				suits(audience, venue) &&
				(!clubsOnly || !keepsSchoolHours(venue)) &&
				(venue.visits === "often" || (venue.visits === "no longer" && date < STOPPED)) &&
				!this.#taken.has(`${date} ${venue.name}`),
		);
		return this.#leastVisited(random.shuffle(open).slice(0, 3))[0];
	}

	#people(
		programme: ProgrammeSpec,
		date: LocalDate,
		slot: Slot,
		random: Random,
		wanted: PersonSpec | undefined,
	): PersonSpec[] {
		const free = peopleSpecs.filter(
			(person) =>
				qualifies(person, programme) && !this.#taken.has(`${date} ${slot} ${person.email}`),
		);
		const byTurn = this.#leastVisited(random.shuffle(free));
		const inOrder = wanted
			? [...byTurn.filter((one) => one === wanted), ...byTurn.filter((one) => one !== wanted)]
			: byTurn;
		if (wanted && inOrder[0] !== wanted) return [];
		if (!programme.joint) return inOrder.slice(0, programme.facilitatorsNeeded);
		return agencyNames.flatMap((agency) => inOrder.find((one) => one.agency === agency) ?? []);
	}

	#leastVisited<T extends object>(things: readonly T[]): T[] {
		const visits = (thing: T) => this.#visits.get(thing) ?? 0;
		return things.toSorted((a, b) => visits(a) - visits(b));
	}
}

export function qualifies(person: PersonSpec, { team, audience }: ProgrammeSpec): boolean {
	return person.teams.includes(team) && (person.only?.includes(audience) ?? true);
}

/** When the sessions of a visit begin: one after another, from the first period of its slot on. */
export function periodsOf({ venue, slot }: Visit): readonly string[] {
	return startsAt(venue, slot);
}
