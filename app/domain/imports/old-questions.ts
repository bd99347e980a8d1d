import type { LocalDate } from "#app/domain/time.ts";
import { normalisePostcode } from "#app/domain/venues/postcode.ts";
import { nameKeyOf } from "./likeness.ts";
import type { Candidate, Doubt, NamedPlace } from "./match-venue.ts";
import type { OldRow } from "./old-row.ts";

export interface DateQuestion {
	dayFirst: LocalDate;
	monthFirst: LocalDate;
}

export interface VenueQuestion {
	place: NamedPlace;
	why: Doubt;
	candidates: Candidate[];
}

export interface ProgrammeQuestion {
	text: string;
}

/** Questions of one kind by what they are about, with how many rows wait for each. */
export type Asked<Question> = Map<string, Question & { rows: number }>;

/** Everything of a file that only a person can say. Answered ones stay, to be changed. */
export interface OldQuestions {
	dates: Asked<DateQuestion>;
	/** Dates that can be read in one order only: what speaks for either order. */
	dayFirstOnly: number;
	monthFirstOnly: number;
	/** The file itself writes dates in both orders, so that one answer cannot hold for all. */
	bothOrders: boolean;
	venues: Asked<VenueQuestion>;
	programmes: Asked<ProgrammeQuestion>;
}

export function newQuestions(rows: readonly OldRow[]): OldQuestions {
	const orders = rows.map(({ date }) => (date.kind === "date" ? date.order : null));
	const dayFirstOnly = orders.filter((order) => order === "day").length;
	const monthFirstOnly = orders.filter((order) => order === "month").length;
	return {
		dates: new Map(),
		dayFirstOnly,
		monthFirstOnly,
		bothOrders: dayFirstOnly > 0 && monthFirstOnly > 0,
		venues: new Map(),
		programmes: new Map(),
	};
}

/** Asks once for each thing, and counts the rows that wait for the answer. */
export function addQuestion<Question>(
	asked: Asked<Question>,
	key: string,
	question: () => Question,
): void {
	const before = asked.get(key);
	if (before) before.rows += 1;
	else asked.set(key, { ...question(), rows: 1 });
}

/** Rows that name a place alike share one question about it. */
export function placeKey({ urn, name, postcode }: NamedPlace): string {
	const code = normalisePostcode(postcode) ?? postcode.toUpperCase();
	return [urn.replace(/\s+/g, ""), nameKeyOf(name), code].join("|");
}

export function programmeKey(text: string): string {
	return text.trim().replace(/\s+/g, " ").toLowerCase();
}
