import { searchWords } from "#app/domain/venues/venue-search.ts";

// Words that many schools share: two names that have only these in common are not alike.
const common = new Set(
	(
		"a academy aided all and catholic ce centre church college community controlled county england " +
		"first foundation free grammar high infant infants junior juniors lower middle nursery of " +
		"primary rc roman school schools secondary sixth form special st the through upper voluntary"
	).split(" "),
);

const shorthand: Record<string, string> = {
	acad: "academy",
	coll: "college",
	comm: "community",
	cofe: "ce",
	inf: "infant",
	infants: "infant",
	jnr: "junior",
	jun: "junior",
	juniors: "junior",
	mt: "mount",
	prim: "primary",
	pri: "primary",
	saint: "st",
	sch: "school",
	sec: "secondary",
};

const COMMON_WEIGHT = 0.25;
const NEARLY = 0.8;

/** A name as the words that tell it from others: lower case, shorthand spelt out. */
export function nameWords(name: string): string[] {
	return searchWords(name)
		.replace(/\bchurch of england\b|\bc of e\b|\bc e\b/g, "ce")
		.split(" ")
		.filter((word) => word !== "")
		.map((word) => shorthand[word] ?? word);
}

/** Whether a word tells one school from another. */
export function isTelling(word: string): boolean {
	return !common.has(word);
}

/** Two names of one key are the same name: "St. Osyth's CofE Primary" and "St Osyths C of E Primary". */
export function nameKeyOf(name: string): string {
	return nameWords(name)
		.filter((word) => word !== "the")
		.join(" ");
}

/**
 * How alike two names of schools are, from 0 to 1. Words that every second school has count little,
 * and a word that is begun alike or has one letter wrong counts nearly.
 */
export function nameLikeness(a: string, b: string): number {
	return wordsLikeness(nameWords(a), nameWords(b));
}

/** The same for names that are already words. */
export function wordsLikeness(a: readonly string[], b: readonly string[]): number {
	const total = weightOf(a) + weightOf(b);
	if (total === 0) return 0;
	const left = [...b];
	let shared = 0;
	for (const word of [...a].sort((x, y) => y.length - x.length)) {
		const { at, worth } = bestMatch(word, left);
		if (at < 0) continue;
		const [other = ""] = left.splice(at, 1);
		shared += worth * (wordWeight(word) + wordWeight(other));
	}
	return shared / total;
}

function wordWeight(word: string): number {
	return isTelling(word) ? 1 : COMMON_WEIGHT;
}

function weightOf(words: readonly string[]): number {
	return words.reduce((sum, word) => sum + wordWeight(word), 0);
}

function bestMatch(word: string, among: readonly string[]): { at: number; worth: number } {
	const exact = among.indexOf(word);
	if (exact >= 0) return { at: exact, worth: 1 };
	return { at: among.findIndex((other) => nearly(word, other)), worth: NEARLY };
}

function nearly(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	if (shorter < 4) return false;
	if (a.startsWith(b) || b.startsWith(a)) return true;
	return shorter >= 5 && oneEditApart(a, b);
}

/** One letter put in, left out or changed, or two neighbours swapped. */
export function oneEditApart(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1 || a === b) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start += 1;
	const tail = (text: string, from: number) => text.slice(from);
	if (a.length === b.length) {
		if (tail(a, start + 1) === tail(b, start + 1)) return true;
		const swapped = a[start] === b[start + 1] && a[start + 1] === b[start];
		return swapped && tail(a, start + 2) === tail(b, start + 2);
	}
	return a.length > b.length
		? tail(a, start + 1) === tail(b, start)
		: tail(a, start) === tail(b, start + 1);
}
