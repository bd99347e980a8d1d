interface Props {
	caption: string;
	/** A finished SVG made by bar-chart.server.ts, never by anyone outside. */
	svg: string;
	/** What each fill stands for; left out when the chart has one series. */
	legend?: { label: string; swatch: string }[];
}

/** A chart drawn on the server. Always with a table of the same figures near it. */
export function ChartFigure({ caption, svg, legend = [] }: Props) {
	return (
		<figure className="tt-figure">
			<figcaption className="tt-figure__caption">{caption}</figcaption>
			{legend.length > 0 && (
				<ul className="tt-legend">
					{legend.map(({ label, swatch }) => (
						<li key={label}>
							{/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG, no input in it */}
							<span dangerouslySetInnerHTML={{ __html: swatch }} />
							{label}
						</li>
					))}
				</ul>
			)}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide chart scrolls by keyboard too */}
			<section className="tt-scroll" aria-label={caption} tabIndex={0}>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, text escaped by the DOM */}
				<div dangerouslySetInnerHTML={{ __html: svg }} />
			</section>
		</figure>
	);
}
