import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

/** Opens the browser's print window; without scripts there is the browser's own menu. */
export function PrintButton() {
	if (!useHydrated()) return null;
	return (
		<Button type="button" onClick={() => window.print()}>
			Print
		</Button>
	);
}
