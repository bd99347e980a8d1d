import { Hidden } from "#app/ui/text-input.tsx";

/** All that was typed on the pages before, carried on unseen. */
export function HeldFields({ held }: { held: readonly (readonly [string, string])[] }) {
	return held.map(([name, value]) => <Hidden key={`${name} ${value}`} name={name} value={value} />);
}
