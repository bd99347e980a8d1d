import * as Plot from "@observablehq/plot";
import { type Chart, type ChartDatum, finish, newDocument } from "./bar-chart.server.ts";

interface Options {
	/** Unique on the page: prefixes every id in the drawing. */
	id: string;
	title: string;
	/** The finding in words. */
	description: string;
	/** `value` in percent; each label's together make 100. */
	data: ChartDatum[];
}

/** Whole bars lying under each other, parted by series: how answers are shared out, before and after. */
export function shareBars({ id, title, description, data }: Options): Chart {
	const labels = [...new Set(data.map(({ label }) => label))];
	const series = [...new Set(data.map((datum) => datum.series))];
	const drawn = Plot.plot({
		document: newDocument(),
		className: "tt-chart--shares",
		width: 440,
		height: labels.length * 40 + 34,
		marginLeft: 56,
		marginRight: 20,
		marginTop: 4,
		marginBottom: 28,
		x: {
			domain: [0, 100],
			label: null,
			ticks: [0, 25, 50, 75, 100],
			tickSize: 0,
			tickFormat: (percent: number) => `${percent}%`,
		},
		y: { domain: labels, label: null, tickSize: 0, padding: 0.25 },
		color: {
			type: "ordinal",
			domain: series,
			range: series.map((_, index) => `url(#${id}-fill-${index})`),
		},
		marks: [
			Plot.barX(data, {
				x: "value",
				y: "label",
				fill: "series",
				stroke: "#fff",
				strokeWidth: 2,
				order: series,
			}),
			Plot.ruleX([0], { stroke: "#3a4653" }),
		],
	});
	return finish(drawn, series, { id, title, description });
}
