import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";

/** Milliseconds of rest after the last keystroke before the page is asked again. */
const REST = 250;

/**
 * Keeps what a form shows beside its fields up to date while they are filled in, by asking the page
 * itself with the fields in its address. Without scripts a button does the same.
 * @param names the fields that matter; others (notes, reasons) never stand in an address
 */
export function useLiveView<View>(served: View, address: string, names: readonly string[]) {
	const { load, data } = useFetcher<{ view: View }>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const refresh = ({ currentTarget, target }: FormEvent<HTMLFormElement>) => {
		if (!names.includes((target as HTMLInputElement).name)) return;
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			const query = new URLSearchParams();
			for (const [name, value] of new FormData(currentTarget)) {
				if (names.includes(name) && typeof value === "string" && value) query.append(name, value);
			}
			load(`${address}?${query}`);
		}, REST);
	};
	return { view: useNewest(served, data?.view), refresh };
}

/** Of two sources, what the one that changed last says. */
function useNewest<Value>(served: Value, live: Value | undefined): Value {
	const [seen, setSeen] = useState({ served, live, newest: served });
	if (seen.served === served && seen.live === live) return seen.newest;
	const newest = seen.live !== live && live !== undefined ? live : served;
	setSeen({ served, live, newest });
	return newest;
}
