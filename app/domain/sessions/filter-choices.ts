import type { FilterError } from "#app/domain/address-parameters.ts";
import { searchWords } from "#app/domain/venues/venue-search.ts";
import { NONE, type SessionFilter } from "./session-filter.ts";

/** One team, theme, … that a filter can name. */
export interface FilterChoice {
	id: string;
	/** As our own addresses name it: a prefix, slug or code that people can read, else the id. */
	code: string;
	name: string;
	/** No longer in use; its old sessions are still to be found. */
	retired: boolean;
}

export const chosenKinds = [
	"team",
	"theme",
	"programme",
	"district",
	"venue",
	"agency",
	"person",
] as const;
export type ChosenKind = (typeof chosenKinds)[number];

export type FilterChoices = Record<ChosenKind, readonly FilterChoice[]>;

/** A filter whose every name is known: what queries take. */
export interface ChosenFilter {
	/** The same filter in the one spelling of our addresses. */
	filter: SessionFilter;
	/** What was chosen of each kind; null stands for "none", absent for no filter. */
	chosen: Partial<Record<ChosenKind, FilterChoice | null>>;
	/** People whose name has what is searched for. */
	searchedPeople: readonly string[];
}

export type ChooseFilter = ({ ok: true } & ChosenFilter) | { ok: false; errors: FilterError[] };

const mayBeNone: readonly ChosenKind[] = ["district", "agency"];

/**
 * Finds what a filter names, by id, by code or by name in any capitals: addresses are also written
 * by people. A name that two of them bear names neither.
 */
export function chooseFilter(filter: SessionFilter, choices: FilterChoices): ChooseFilter {
	const errors: FilterError[] = [];
	const chosen: ChosenFilter["chosen"] = {};
	const canonical = { ...filter };
	for (const kind of chosenKinds) {
		const asked = filter[kind];
		if (asked === undefined) continue;
		const none = mayBeNone.includes(kind) && asked === NONE;
		const found = none ? null : find(choices[kind], asked);
		if (found === undefined) errors.push({ field: kind, message: unknown(kind, asked) });
		else {
			chosen[kind] = found;
			canonical[kind] = found?.code ?? NONE;
		}
	}
	if (errors.length > 0) return { ok: false, errors };
	const searchedPeople = filter.q ? peopleNamed(filter.q, choices.person) : [];
	return { ok: true, filter: canonical, chosen, searchedPeople };
}

function find(choices: readonly FilterChoice[], asked: string): FilterChoice | undefined {
	const exact = choices.find(({ id, code }) => id === asked || code === asked);
	if (exact) return exact;
	const lower = asked.toLowerCase();
	const alike = choices.filter(
		({ code, name }) => code.toLowerCase() === lower || name.toLowerCase() === lower,
	);
	return alike.length === 1 ? alike[0] : undefined;
}

function unknown(kind: ChosenKind, asked: string): string {
	const which = asked.length > 60 ? `${asked.slice(0, 60)}…` : asked;
	const article = kind === "agency" ? "an" : "a";
	return `Choose ${article} ${kind} that exists: “${which}” is not one`;
}

function peopleNamed(q: string, people: readonly FilterChoice[]): string[] {
	const terms = searchWords(q).split(" ");
	return people
		.filter(({ name }) => terms.every((term) => term !== "" && searchWords(name).includes(term)))
		.map(({ id }) => id);
}
