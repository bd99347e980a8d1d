import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** One bar or one part of a bar. `series` is what the fills tell apart, usually a theme. */
export interface ChartDatum {
	label: string;
	series: string;
	value: number;
}

export interface Chart {
	svg: string;
	legend: { label: string; swatch: string }[];
}

interface Options {
	/** Unique on the page: prefixes every id in the drawing. */
	id: string;
	/** What the chart shows, one sentence. */
	title: string;
	/** The finding in words: the largest, the total. */
	description: string;
	/** What is counted: "Young people". */
	unit: string;
	data: ChartDatum[];
	/** Pixels at which the text is at its own size: 560 fills half a page, 1120 all of it. */
	width?: number;
}

// Each fill is at least 3:1 against white and against its neighbour's line (WCAG 1.4.11), and each
// has a pattern of its own, so that a grey print and a colour-blind reader can tell them apart.
const FILLS = [
	{ colour: "#1c3a5e", lines: "" },
	{ colour: "#0b7a78", lines: "M-1 7 7 -1M3 11 11 3" },
	{ colour: "#a8481c", lines: "M4 0V8" },
	{ colour: "#6b4b9a", lines: "M0 4H8" },
	{ colour: "#55616d", lines: "M-1 1 7 9M3 -3 11 5" },
];

const NUMBER = new Intl.NumberFormat("en-GB");

function fillFor(index: number) {
	return FILLS[index % FILLS.length] as (typeof FILLS)[number];
}

function patternMarkup(id: string, index: number): string {
	const { colour, lines } = fillFor(index);
	return (
		`<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse">` +
		`<rect width="8" height="8" fill="${colour}"></rect>` +
		`<path d="${lines}" stroke="#fff" stroke-opacity="0.55" stroke-width="1.5"></path></pattern>`
	);
}

function swatch(id: string, index: number): string {
	return (
		'<svg viewBox="0 0 18 14" width="18" height="14" aria-hidden="true" focusable="false">' +
		`<defs>${patternMarkup(id, index)}</defs>` +
		`<rect width="18" height="14" fill="url(#${id})"></rect></svg>`
	);
}

export function newDocument(): Document {
	return parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
}

/** Adds name, description and patterns; drops Plot's style element, which a strict CSP refuses. */
export function finish(
	drawn: Element,
	series: string[],
	options: Pick<Options, "id" | "title" | "description">,
): Chart {
	const { id, title, description } = options;
	const document = drawn.ownerDocument;
	for (const style of drawn.querySelectorAll("style")) style.remove();
	for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
	const [name, words] = ["title", "desc"].map((tag) => document.createElement(tag));
	const defs = document.createElement("defs");
	if (name) Object.assign(name, { id: `${id}-title`, textContent: title });
	if (words) Object.assign(words, { id: `${id}-desc`, textContent: description });
	defs.innerHTML = series.map((_, index) => patternMarkup(`${id}-fill-${index}`, index)).join("");
	drawn.prepend(...[name, words, defs].filter((node) => node !== undefined));
	drawn.setAttribute("font-size", "12");
	drawn.setAttribute("role", "img");
	drawn.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
	const legend = series.map((label, index) => ({
		label,
		swatch: swatch(`${id}-key-${index}`, index),
	}));
	return { svg: drawn.outerHTML, legend: series.length > 1 ? legend : [] };
}

function inOrder(values: string[]): string[] {
	return [...new Set(values)];
}

/**
 * Upright bars by label (a month) in the order given, stacked by series, with each bar's total
 * above it. Returns an SVG as text for ChartFigure. Made in loaders only.
 */
export function stackedBars(options: Options): Chart {
	const { data, unit, id } = options;
	const labels = inOrder(data.map((datum) => datum.label));
	const series = inOrder(data.map((datum) => datum.series));
	const totals = labels.map((label) => ({
		label,
		total: data.reduce((sum, datum) => sum + (datum.label === label ? datum.value : 0), 0),
	}));
	const drawn = Plot.plot({
		document: newDocument(),
		className: "tt-chart--upright",
		width: options.width ?? 560,
		height: 280,
		marginLeft: 52,
		marginTop: 30,
		marginBottom: 32,
		x: { domain: labels, label: null, tickSize: 0, padding: 0.25 },
		y: {
			label: unit,
			labelArrow: "none",
			ticks: 5,
			tickSize: 0,
			tickFormat: NUMBER.format,
			nice: true,
		},
		color: {
			type: "ordinal",
			domain: series,
			range: series.map((_, index) => `url(#${id}-fill-${index})`),
		},
		marks: [
			Plot.gridY({ stroke: "#ccd3da", strokeOpacity: 1, ticks: 5 }),
			Plot.barY(data, {
				x: "label",
				y: "value",
				fill: "series",
				stroke: "#fff",
				strokeWidth: 1,
			}),
			Plot.text(
				totals.filter(({ total }) => total > 0),
				{
					x: "label",
					y: "total",
					text: ({ total }: { total: number }) => NUMBER.format(total),
					dy: -8,
					fontWeight: "bold",
				},
			),
			Plot.ruleY([0], { stroke: "#3a4653" }),
		],
	});
	return finish(drawn, series, options);
}

/** Bars lying down, largest first, each with its figure: districts, agencies, year groups. */
export function sortedBars(
	options: Omit<Options, "data"> & { data: Omit<ChartDatum, "series">[] },
) {
	const sorted = [...options.data].sort((a, b) => b.value - a.value);
	const longest = Math.max(0, ...sorted.map(({ label }) => label.length));
	const drawn = Plot.plot({
		document: newDocument(),
		className: "tt-chart--lying",
		width: options.width ?? 440,
		height: sorted.length * 28 + 12,
		marginLeft: Math.min(260, longest * 6.6 + 12),
		marginRight: 56,
		marginTop: 6,
		marginBottom: 6,
		x: { axis: null },
		y: { domain: sorted.map(({ label }) => label), label: null, tickSize: 0, padding: 0.3 },
		marks: [
			Plot.barX(sorted, { x: "value", y: "label", fill: FILLS[0]?.colour }),
			Plot.text(sorted, {
				x: "value",
				y: "label",
				text: ({ value }: { value: number }) => NUMBER.format(value),
				dx: 6,
				textAnchor: "start",
				fontWeight: "bold",
			}),
			Plot.ruleX([0], { stroke: "#3a4653" }),
		],
	});
	return finish(drawn, [], options);
}
