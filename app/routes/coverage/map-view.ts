import { dotPlaces } from "#app/domain/coverage/dot-places.ts";
import { placeLabels } from "#app/domain/coverage/label-places.ts";
import { coverageStates } from "#app/domain/coverage/states.ts";
import { countOf } from "#app/domain/format-number.ts";
import type { DotMapProps } from "#app/ui/dot-map.tsx";
import { type AskedCoverage, schoolUnits } from "./ask-coverage.ts";
import { stateLabels } from "./state-words.ts";

/** More dots than this are one blot, and a page that is slow to come. */
const MAX_DOTS = 1500;
const WIDTH = 480;
const MARGIN = 28;

export type MapView =
	| { kind: "map"; map: DotMapProps; elsewhere: { id: string; name: string }[] }
	| { kind: "too_many"; schools: number; most: number }
	| { kind: "nowhere" };

/** The schools of the list as dots, each where it stands. */
export function mapView({ surveyed, filter, choices }: AskedCoverage): MapView {
	const shown = schoolUnits(surveyed, filter.state);
	if (shown.length > MAX_DOTS) return { kind: "too_many", schools: shown.length, most: MAX_DOTS };
	const things = shown.map(({ school, state }) => ({ ...school, state }));
	const places = dotPlaces(things, { width: WIDTH, margin: MARGIN });
	const elsewhere = places.elsewhere.map(({ id, name }) => ({ id, name }));
	if (places.dots.length === 0) return { kind: "nowhere" };
	// why the gaps last: what is drawn last lies on top, and they are what is looked for.
	const inOrder = [...coverageStates]
		.reverse()
		.flatMap((state) => places.dots.filter(({ thing }) => thing.state === state));
	return {
		kind: "map",
		elsewhere,
		map: {
			id: "schools",
			title: `Map of ${countOf(places.dots.length, "school", "schools")} by state`,
			width: places.width,
			height: Math.ceil(places.height),
			marks: inOrder.map(({ thing, x, y }) => ({
				x: Math.round(x * 10) / 10,
				y: Math.round(y * 10) / 10,
				shape: thing.state,
				label: `${thing.name}: ${stateLabels[thing.state].toLowerCase()}`,
				href: `/venues/${thing.id}`,
			})),
			labels: districtLabels(places.dots, choices.district),
			scale: scaleOf(places.unitsPerKilometre),
		},
	};
}

interface Placed {
	thing: { districtCode: string | null };
	x: number;
	y: number;
}

/** The names of districts, each above its schools or where there is room near them. */
function districtLabels(
	dots: readonly Placed[],
	districts: AskedCoverage["choices"]["district"],
): DotMapProps["labels"] {
	const clusters = districts.flatMap(({ code, name }) => {
		const own = dots.filter(({ thing }) => thing.districtCode === code);
		return own.length === 0 ? [] : [{ text: name, dots: own }];
	});
	return placeLabels(clusters, WIDTH);
}

/** A bar of a round length, a fifth of the map or so. */
function scaleOf(unitsPerKilometre: number): DotMapProps["scale"] {
	const kilometres = [1, 2, 5, 10, 20, 50, 100].find((one) => one * unitsPerKilometre >= 60) ?? 100;
	return { length: Math.round(kilometres * unitsPerKilometre), text: `${kilometres} km` };
}
