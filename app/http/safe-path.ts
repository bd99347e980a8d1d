/** A path of this site to go on to, from what an address or a form said; "/" for anything else. */
export function safePath(wanted: unknown): string {
	if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
	const here = "http://this.invalid";
	if (!URL.canParse(wanted, here)) return "/";
	const { origin, pathname, search } = new URL(wanted, here);
	// why look again after parsing: "/.//elsewhere" and tabs only then show themselves as "//".
	const isOurs = origin === here && !pathname.startsWith("//");
	const loops = /^\/sign-(in|out)(\/|$)/.test(pathname);
	return isOurs && !loops ? `${pathname}${search}` : "/";
}
