interface Placed {
	latitude: number | null;
	longitude: number | null;
}

export interface Dot<Thing> {
	thing: Thing;
	/** In the map's own units, y downwards. */
	x: number;
	y: number;
}

export interface DotPlaces<Thing> {
	width: number;
	height: number;
	dots: Dot<Thing>[];
	/** Those of which nobody knows where they are. */
	elsewhere: Thing[];
	unitsPerKilometre: number;
}

const KILOMETRES_A_DEGREE = 111.32;
/** So that the schools of one street do not stand a screen apart. */
const LEAST_KILOMETRES = 6;

/**
 * Where dots stand on a map without a map: degrees made flat about their own middle, north up, the
 * whole as large as `width` allows. True to a metre in a hundred over a county.
 */
export function dotPlaces<Thing extends Placed>(
	things: readonly Thing[],
	{ width, margin }: { width: number; margin: number },
): DotPlaces<Thing> {
	const placed = things.flatMap((thing) => {
		const { latitude, longitude } = thing;
		return latitude === null || longitude === null ? [] : [{ thing, latitude, longitude }];
	});
	const [south, north] = rangeOf(placed.map(({ latitude }) => latitude));
	const [west, east] = rangeOf(placed.map(({ longitude }) => longitude));
	const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const across = Math.max(LEAST_KILOMETRES, (east - west) * shrink * KILOMETRES_A_DEGREE);
	const down = Math.max(LEAST_KILOMETRES / 2, (north - south) * KILOMETRES_A_DEGREE);
	// why a limit by height: a long thin district would make a map of several screens.
	const unitsPerKilometre = (width - 2 * margin) / Math.max(across, down);
	const height = down * unitsPerKilometre + 2 * margin;
	const dots = placed.map(({ thing, latitude, longitude }) => ({
		thing,
		x:
			width / 2 +
			(longitude - (west + east) / 2) * shrink * KILOMETRES_A_DEGREE * unitsPerKilometre,
		y: height / 2 - (latitude - (south + north) / 2) * KILOMETRES_A_DEGREE * unitsPerKilometre,
	}));
	const elsewhere = things.filter(
		({ latitude, longitude }) => latitude === null || longitude === null,
	);
	return { width, height, dots, elsewhere, unitsPerKilometre };
}

function rangeOf(values: readonly number[]): [number, number] {
	if (values.length === 0) return [0, 0];
	let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const value of values) {
		least = Math.min(least, value);
		most = Math.max(most, value);
	}
	return [least, most];
}
