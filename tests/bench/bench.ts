/** One figure against its floor, both measured in this run. */
export interface Measured {
	what: string;
	/** What the floor is: "a plain string builder". */
	against: string;
	ours: number;
	floor: number;
	unit: "ms" | "MB" | "messages a second";
	/** The ratio of ours to the floor that is aimed at: at least it for rates, else at most it. */
	aim: number;
}

export interface Bench {
	name: string;
	run(): Promise<Measured[]>;
}

/**
 * The middle of several timings in milliseconds, taken in turns so that both meet the same machine.
 * @returns one median for each piece of work
 */
export async function medians(
	works: readonly (() => unknown)[],
	{ rounds = 15 }: { rounds?: number } = {},
): Promise<number[]> {
	const times: number[][] = works.map(() => []);
	for (let round = -2; round < rounds; round += 1) {
		for (const [at, work] of works.entries()) {
			const started = performance.now();
			await work();
			// why two rounds for nothing: the first ones pay for compiling and opening.
			if (round >= 0) times[at]?.push(performance.now() - started);
		}
	}
	return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
}
