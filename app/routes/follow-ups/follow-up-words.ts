import { countOf, formatCount } from "#app/domain/format-number.ts";
import type { SharedTotal } from "#app/domain/reach/shared-total.ts";
import { FEW_WORDS } from "#app/domain/reach/suppress.ts";

const people = (count: number) => countOf(count, "young person", "young people");

/** The total as it may stand beside what is shared. */
export function sharedTotalWords({ least, most }: SharedTotal): string {
	return least === most
		? formatCount(least)
		: `between ${formatCount(least)} and ${formatCount(most)}`;
}

/** How the true total and what is shared belong together; for the team alone. */
export function reconciled(total: number, shared: SharedTotal): string {
	if (total === 0) return "Nothing is hidden when this is shared.";
	if (shared.hidden === 0) {
		return `Shared, nothing is hidden: every kind has 5 or more, and the total is ${people(total)}.`;
	}
	const small = formatCount(total - shared.shown);
	const hidden =
		shared.hidden === 1
			? `the kind with ${small} reads “${FEW_WORDS}”`
			: `${shared.hidden} kinds with ${small} together each read “${FEW_WORDS}”`;
	return (
		`This page shows all ${people(total)}. When shared, ${hidden}, ` +
		`the other kinds add up to ${formatCount(shared.shown)}, and the total reads ` +
		`“${sharedTotalWords(shared)}”, so that nobody can work the hidden numbers out.`
	);
}
