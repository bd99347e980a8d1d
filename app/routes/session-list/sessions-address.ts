import {
	type ListingView,
	listingHref,
	type SessionFilter,
} from "#app/domain/sessions/session-filter.ts";

/**
 * The address of a list of sessions on screen. why not listingHref alone: /sessions with nothing
 * after it shows what is coming up, and all sessions have to be asked for.
 */
export function sessionsAddress(filter: SessionFilter, view: Partial<ListingView> = {}): string {
	const href = listingHref("/sessions", filter, view);
	return href === "/sessions" ? "/sessions?sort=date" : href;
}
