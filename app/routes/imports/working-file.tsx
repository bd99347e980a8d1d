import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Measure } from "#app/ui/measure.tsx";
import type { Working } from "./working-words.ts";

/** How often, in milliseconds, the page asks how far it is. */
const EVERY = 1000;

/** How far the work on a file is. It goes on without this page. */
export function WorkingFile({ what, percent, far, next }: Working) {
	useAskingAgain();
	return (
		<Measure>
			{/* why only without scripts: with them the page asks by itself and never jumps. */}
			<noscript>
				<meta httpEquiv="refresh" content="5" />
			</noscript>
			<div className="tt-progress" aria-live="polite">
				<label className="govuk-label govuk-label--m" htmlFor="progress">
					{what}
				</label>
				<progress className="tt-progress__bar" id="progress" max={100} value={percent}>
					{percent}%
				</progress>
				<p className="govuk-body tt-progress__words">
					{percent}% <span className="tt-quiet">{far}</span>
				</p>
			</div>
			<p className="govuk-body">{next}</p>
			<p className="govuk-body">
				You can leave this page: the work goes on, and{" "}
				<AppLink href="/imports" className="govuk-link">
					Imports
				</AppLink>{" "}
				shows when it is done.
			</p>
		</Measure>
	);
}

function useAskingAgain(): void {
	const { revalidate, state } = useRevalidator();
	useEffect(() => {
		if (state !== "idle") return;
		const timer = setTimeout(() => void revalidate(), EVERY);
		return () => clearTimeout(timer);
	}, [revalidate, state]);
}
