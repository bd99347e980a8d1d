/** A source of chance that says the same whenever it is given the same name. */
export interface Random {
	/** From 0 up to, and never reaching, 1. */
	next(): number;
	/** A whole number, both ends included. */
	whole(from: number, to: number): number;
	chance(probability: number): boolean;
	/** Throws on an empty list. */
	pick<T>(items: readonly T[]): T;
	shuffle<T>(items: readonly T[]): T[];
	/** Lower-case hexadecimal digits. */
	hex(digits: number): string;
}

/** mulberry32, seeded by the name: demo data must not change because another part asks for more. */
export function randomNamed(name: string): Random {
	let state = 2_166_136_261;
	for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		chance: (probability) => next() < probability,
		pick: (items) => {
			const item = items[whole(0, items.length - 1)];
			if (item === undefined) throw new RangeError("Nothing to pick from");
			return item;
		},
		shuffle: (items) =>
			items
				.map((item) => ({ item, at: next() }))
				.sort((a, b) => a.at - b.at)
				.map(({ item }) => item),
		hex: (digits) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join(""),
	};
}

/**
 * Identifiers as the database makes them (UUID version 7), but the same in each run; they rise with
 * the time given, and within one millisecond with the order of asking.
 */
export function identifiers(random: Random): (at: Date) => string {
	let asked = 0;
	return (at) => {
		asked = (asked + 1) % 0x1000;
		const time = at.getTime().toString(16).padStart(12, "0");
		const order = asked.toString(16).padStart(3, "0");
		const rest = random.hex(15);
		return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(0, 3)}-${rest.slice(3)}`;
	};
}
