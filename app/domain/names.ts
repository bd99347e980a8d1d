const collator = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });

/** For sorting by name as people expect it: without regard to capitals and accents, 2 before 10. */
export function byName(a: { name: string }, b: { name: string }): number {
	return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Two names with one key are one name to a reader: "Essex police " and "Essex  Police". */
export function nameKey(name: string): string {
	return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
