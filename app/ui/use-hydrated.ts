import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once scripts run in the browser; false on the server and in the first paint. */
export function useHydrated(): boolean {
	return useSyncExternalStore(
		never,
		() => true,
		() => false,
	);
}
