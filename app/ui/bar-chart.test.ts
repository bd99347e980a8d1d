import { expect, test } from "vitest";
import { sortedBars, stackedBars } from "./bar-chart.server.ts";

const common = {
	id: "c",
	title: "Young people",
	description: "Most: <Essex>",
	unit: "Young people",
};

/** Heights of the drawn bars, from the SVG text itself. */
function lengths(svg: string, side: "height" | "width"): number[] {
	const bars = svg.slice(svg.indexOf("</defs>"));
	return [...bars.matchAll(/<rect[^>]*>/g)].map(([rect]) =>
		Number(new RegExp(` ${side}="([\\d.]+)"`).exec(rect)?.[1]),
	);
}

test("a bar twice the figure is twice as long", () => {
	const { svg } = stackedBars({
		...common,
		data: [
			{ label: "Jan", series: "Knife crime", value: 300 },
			{ label: "Feb", series: "Knife crime", value: 600 },
		],
	});
	const [first = 0, second = 0] = lengths(svg, "height");
	expect(second / first).toBeCloseTo(2, 6);
});

test("lying bars come largest first", () => {
	const { svg } = sortedBars({
		...common,
		data: [
			{ label: "Tendring", value: 10 },
			{ label: "Colchester", value: 40 },
		],
	});
	expect(svg.indexOf("Colchester")).toBeLessThan(svg.indexOf("Tendring"));
});

test("a chart has a name, escapes words, and holds no style that a strict policy refuses", () => {
	const { svg, legend } = stackedBars({
		...common,
		data: [
			{ label: "Jan <b>", series: "Knife <i>", value: 1 },
			{ label: "Jan <b>", series: "Gangs", value: 1 },
		],
	});
	expect(svg).toContain('role="img"');
	expect(svg).toContain("Most: &lt;Essex&gt;");
	expect(svg).not.toMatch(/<b>|<i>|<style|style=/);
	expect(legend.map(({ label }) => label)).toEqual(["Knife <i>", "Gangs"]);
});

test("no data draws an empty chart", () => {
	expect(stackedBars({ ...common, data: [] }).svg).toContain("<svg");
	expect(sortedBars({ ...common, data: [] }).svg).toContain("<svg");
});
