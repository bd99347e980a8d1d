import { findSuccessor, type Succeeding } from "./succession.ts";

/** A closed school whose successor is looked for, and where its row stands. */
interface Closed {
	school: Succeeding;
	line: number;
}

export interface Succession {
	line: number;
	predecessor: Succeeding;
	successor: Succeeding;
}

/**
 * Collects the schools of a file as they pass and says at the end who became whom. why not at
 * once: a school may stand anywhere in the file, before its predecessor too.
 */
export class SuccessionFinder {
	readonly #closed: Closed[] = [];
	readonly #bySite = new Map<string, Succeeding[]>();
	readonly #byNumber = new Map<string, Succeeding[]>();

	/** A school that could be a successor. */
	addOpened(school: Succeeding): void {
		if (school.openDate === null) return;
		const kept = pick(school);
		if (kept.postcode) put(this.#bySite, kept.postcode, kept);
		if (kept.establishmentNumber) put(this.#byNumber, numberKey(kept), kept);
	}

	/** A closed school that has none on record. */
	addClosed(school: Succeeding, line: number): void {
		this.#closed.push({ school: pick(school), line });
	}

	successions(): Succession[] {
		return this.#closed.flatMap(({ school, line }) => {
			const candidates = new Set([
				...(this.#bySite.get(school.postcode) ?? []),
				...(this.#byNumber.get(numberKey(school)) ?? []),
			]);
			const successor = findSuccessor(school, candidates);
			return successor ? [{ line, predecessor: school, successor }] : [];
		});
	}
}

function numberKey({ laCode, establishmentNumber }: Succeeding): string {
	return `${laCode}/${establishmentNumber}`;
}

function put(map: Map<string, Succeeding[]>, key: string, school: Succeeding): void {
	const there = map.get(key);
	if (there) there.push(school);
	else map.set(key, [school]);
}

/** why: a whole row held for each of 27,000 schools would be most of the memory of an import. */
function pick(school: Succeeding): Succeeding {
	const { urn, name, laCode, establishmentNumber, postcode } = school;
	const { openDate, closeDate, lowAge, highAge } = school;
	return { urn, name, laCode, establishmentNumber, postcode, openDate, closeDate, lowAge, highAge };
}
