import { type Phase, phases } from "./venue-kinds.ts";

/** A stored phase that is on our list; anything else counts as no phase, so that no figure is lost. */
export function knownPhase(stored: string | null): Phase | null {
	return phases.find((phase) => phase === stored) ?? null;
}
