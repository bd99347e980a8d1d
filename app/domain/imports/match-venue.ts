import { normalisePostcode } from "#app/domain/venues/postcode.ts";
import { isUrn } from "#app/domain/venues/urn.ts";
import { isTelling, nameKeyOf, nameWords, wordsLikeness } from "./likeness.ts";

/** A venue as far as matching needs it; retired ones too, for old sessions were held there. */
export interface KnownVenue {
	id: string;
	urn: string | null;
	name: string;
	town: string;
	postcode: string;
	openDate: string | null;
	closeDate: string | null;
	successorId: string | null;
}

/** How an old spreadsheet names a place. */
export interface NamedPlace {
	urn: string;
	name: string;
	postcode: string;
}

export interface Candidate {
	id: string;
	/** From 0 to 1. */
	likeness: number;
}

export type Doubt =
	/** The URN is that of a school with quite another name. */
	| "urn_of_another"
	| "urn_unknown"
	/** Several venues have this very name. */
	| "same_name"
	/** The name is right and the postcode is another one. */
	| "other_postcode"
	| "alike"
	| "unknown";

export type VenueMatch =
	| { kind: "certain"; id: string }
	/** Best first; none when nothing is like it. */
	| { kind: "doubtful"; why: Doubt; candidates: Candidate[] };

interface Entry {
	venue: KnownVenue;
	words: string[];
	key: string;
}

/** Venues ready to be searched, by everything that can name them. */
export interface VenueIndex {
	byId: ReadonlyMap<string, KnownVenue>;
	byUrn: ReadonlyMap<string, Entry>;
	byKey: ReadonlyMap<string, readonly Entry[]>;
	byPostcode: ReadonlyMap<string, readonly Entry[]>;
	byBeginning: ReadonlyMap<string, readonly Entry[]>;
	/** Who became whom, backwards: successor to predecessors. */
	predecessors: ReadonlyMap<string, readonly KnownVenue[]>;
}

const SHOWN = 5;
const ALIKE = 0.35;
const SURELY = 0.8;
const BEGINNING = 4;

/** why the beginning only: typing mistakes come late in a word, and an index must be cheap. */
function beginningOf(word: string): string {
	return word.slice(0, BEGINNING);
}

export function indexVenues(venues: Iterable<KnownVenue>): VenueIndex {
	const byId = new Map<string, KnownVenue>();
	const byUrn = new Map<string, Entry>();
	const byKey = new Map<string, Entry[]>();
	const byPostcode = new Map<string, Entry[]>();
	const byBeginning = new Map<string, Entry[]>();
	const predecessors = new Map<string, KnownVenue[]>();
	for (const venue of venues) {
		const words = nameWords(venue.name);
		const entry = { venue, words, key: nameKeyOf(venue.name) };
		byId.set(venue.id, venue);
		if (venue.urn) byUrn.set(venue.urn, entry);
		put(byKey, entry.key, entry);
		if (venue.postcode) put(byPostcode, venue.postcode, entry);
		for (const begins of new Set(words.filter(isTelling).map(beginningOf))) {
			put(byBeginning, begins, entry);
		}
		if (venue.successorId) put(predecessors, venue.successorId, venue);
	}
	return { byId, byUrn, byKey, byPostcode, byBeginning, predecessors };
}

function put<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
	const there = map.get(key);
	if (there) there.push(item);
	else map.set(key, [item]);
}

/** The venue that a row means, or the doubt about it: a coordinator decides, nobody guesses. */
export function matchVenue(index: VenueIndex, place: NamedPlace): VenueMatch {
	const urn = place.urn.replace(/\s+/g, "");
	const asked = { ...place, postcode: normalisePostcode(place.postcode) ?? "" };
	if (urn === "") return matchByName(index, asked);
	const found = isUrn(urn) ? index.byUrn.get(urn) : undefined;
	if (!found) return { ...doubt(index, asked), why: "urn_unknown" };
	const words = nameWords(place.name);
	if (words.length === 0 || wordsLikeness(words, found.words) >= ALIKE) {
		return { kind: "certain", id: found.venue.id };
	}
	const own = { id: found.venue.id, likeness: wordsLikeness(words, found.words) };
	const others = ranked(index, asked).filter(({ id }) => id !== own.id);
	const candidates = [own, ...others].slice(0, SHOWN);
	return { kind: "doubtful", why: "urn_of_another", candidates };
}

function matchByName(index: VenueIndex, place: NamedPlace): VenueMatch {
	const same = newestOnly(index.byKey.get(nameKeyOf(place.name)) ?? []);
	const here = same.filter(({ venue }) => venue.postcode === place.postcode);
	const [only] = place.postcode === "" ? same : here;
	if (only && (place.postcode === "" ? same : here).length === 1) {
		return { kind: "certain", id: only.venue.id };
	}
	if (same.length > 0) {
		return { ...doubt(index, place), why: same.length > 1 ? "same_name" : "other_postcode" };
	}
	const words = nameWords(place.name);
	const neighbours = newestOnly(index.byPostcode.get(place.postcode) ?? []);
	const sure = neighbours.filter((entry) => wordsLikeness(words, entry.words) >= SURELY);
	const [surely] = sure;
	if (surely && sure.length === 1) return { kind: "certain", id: surely.venue.id };
	return doubt(index, place);
}

function doubt(index: VenueIndex, place: NamedPlace): VenueMatch & { kind: "doubtful" } {
	const candidates = ranked(index, place);
	return { kind: "doubtful", why: candidates.length > 0 ? "alike" : "unknown", candidates };
}

function ranked(index: VenueIndex, place: NamedPlace): Candidate[] {
	const words = nameWords(place.name);
	const pool = new Set(place.postcode ? index.byPostcode.get(place.postcode) : []);
	for (const word of words.filter(isTelling)) {
		for (const entry of index.byBeginning.get(beginningOf(word)) ?? []) pool.add(entry);
	}
	for (const entry of index.byKey.get(nameKeyOf(place.name)) ?? []) pool.add(entry);
	return newestOnly([...pool])
		.map((entry) => ({ id: entry.venue.id, likeness: likenessOf(entry, words, place) }))
		.filter(({ likeness }) => likeness >= ALIKE)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, SHOWN);
}

function likenessOf({ venue, words }: Entry, asked: string[], { postcode }: NamedPlace): number {
	const names = wordsLikeness(asked, words);
	return postcode !== "" && venue.postcode === postcode ? (names + 1) / 2 : names;
}

/** why: a school and the academy it became are one place; the date of each session says which. */
function newestOnly(entries: readonly Entry[]): Entry[] {
	const ids = new Set(entries.map(({ venue }) => venue.id));
	return entries.filter(({ venue }) => !(venue.successorId && ids.has(venue.successorId)));
}

/** Of a place and those it was before or became: the one that was open on the day. */
export function venueOnDay(index: VenueIndex, id: string, day: string): string {
	let venue = index.byId.get(id);
	const seen = new Set<string>();
	while (venue && !seen.has(venue.id)) {
		seen.add(venue.id);
		const successor = venue.successorId ? index.byId.get(venue.successorId) : undefined;
		if (successor && venue.closeDate !== null && day > venue.closeDate) {
			venue = successor;
			continue;
		}
		const [before, another]: readonly KnownVenue[] = index.predecessors.get(venue.id) ?? [];
		if (!before || another || venue.openDate === null || day >= venue.openDate) return venue.id;
		if (before.closeDate !== null && day > before.closeDate) return venue.id;
		venue = before;
	}
	return venue?.id ?? id;
}
