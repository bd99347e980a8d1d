/** Where a list goes on, as text that callers send back as it was given. */
export function writeCursor(place: { id: string; startsAt: Date } | null): string | null {
	return place && toBase64Url(`${place.startsAt.toISOString()}|${place.id}`);
}

/** The place a cursor names; null when it is none of ours. */
export function readCursor(text: string): { id: string; startsAt: Date } | null {
	const [moment = "", id = ""] = fromBase64Url(text).split("|");
	const startsAt = new Date(moment);
	return Number.isNaN(startsAt.getTime()) || !/^[\w-]{1,64}$/.test(id) ? null : { id, startsAt };
}

function toBase64Url(text: string): string {
	return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): string {
	try {
		return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		return "";
	}
}
