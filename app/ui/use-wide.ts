import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 48.0625em)";

function subscribe(changed: () => void): () => void {
	const query = window.matchMedia(WIDE);
	query.addEventListener("change", changed);
	return () => query.removeEventListener("change", changed);
}

/** Whether scripts run and the window is as wide as a desk's; false on the server. */
export function useWide(): boolean {
	return useSyncExternalStore(
		subscribe,
		() => window.matchMedia(WIDE).matches,
		() => false,
	);
}
