interface Props {
	/** Whole percent of the way, 0 to 100. */
	done: number;
	/** Where one would be by now: a mark on the bar. */
	due: number;
}

/** How far something has come, and a mark for where it should be. The words beside it say the same. */
export function ProgressBar({ done, due }: Props) {
	return (
		<svg
			className="tt-pace"
			viewBox="0 0 100 6"
			preserveAspectRatio="none"
			aria-hidden="true"
			focusable="false"
		>
			<rect className="tt-pace__all" width="100" height="6" />
			<rect className="tt-pace__done" width={done} height="6" />
			{due > 0 && due < 100 && (
				<line
					className="tt-pace__due"
					x1={due}
					x2={due}
					y1="0"
					y2="6"
					vectorEffect="non-scaling-stroke"
				/>
			)}
		</svg>
	);
}
