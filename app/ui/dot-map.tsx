/** Each kind of dot has a colour and a shape of its own, so that neither is needed to tell them. */
export type DotShape = "never" | "overdue" | "declined" | "booked" | "covered";

export interface DotMapProps {
	/** Unique on the page: prefixes every id in the drawing. */
	id: string;
	title: string;
	width: number;
	height: number;
	/** Drawn in this order; y downwards. */
	marks: { x: number; y: number; shape: DotShape; label: string; href: string }[];
	labels: { x: number; y: number; text: string }[];
	scale: { length: number; text: string };
}

const PATHS: Record<DotShape, string> = {
	never: "M0 -7L7 5.5L-7 5.5Z",
	overdue: "M0 -7L7 0L0 7L-7 0Z",
	declined: "M-5 -5L5 5M5 -5L-5 5",
	booked: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0",
	covered: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0",
};

/**
 * Dots where things stand, without a map behind them. Each leads to its thing by mouse and finger;
 * by keyboard a list of the same things does, so that nobody has to step through hundreds of dots.
 */
export function DotMap({ id, title, width, height, marks, labels, scale }: DotMapProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: no element groups the parts of a drawing
		<svg
			className="tt-map"
			viewBox={`0 0 ${width} ${height}`}
			role="group"
			aria-labelledby={`${id}-title`}
		>
			<title id={`${id}-title`}>{title}</title>
			{labels.map(({ x, y, text }) => (
				<text className="tt-map__label" key={text} x={x} y={y} textAnchor="middle">
					{text}
				</text>
			))}
			{marks.map(({ x, y, shape, label, href }) => (
				<a href={href} tabIndex={-1} key={`${href} ${x}`} aria-label={label}>
					<title>{label}</title>
					<path
						className={`tt-dot tt-dot--${shape}`}
						d={PATHS[shape]}
						transform={`translate(${x} ${y})`}
					/>
				</a>
			))}
			<g className="tt-map__scale" transform={`translate(12 ${height - 12})`}>
				<path d={`M0 -5V0H${scale.length}V-5`} />
				<text x={scale.length + 6} y="0">
					{scale.text}
				</text>
			</g>
		</svg>
	);
}

/** A dot by itself, for a legend; the word beside it says what it means. */
export function DotSwatch({ shape }: { shape: DotShape }) {
	return (
		<svg className="tt-dot-swatch" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
			<path className={`tt-dot tt-dot--${shape}`} d={PATHS[shape]} />
		</svg>
	);
}
