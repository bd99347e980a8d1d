/** "Knife crime: choices" as "knife-crime-choices"; "programme" where no letter or digit is left. */
export function slugOf(name: string): string {
	const slug = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/['’]/g, "")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, 60)
		.replace(/^-+|-+$/g, "");
	return slug || "programme";
}

/** The slug of a name, with the lowest number that makes it none of those that are taken. */
export function freeSlug(name: string, taken: Iterable<string>): string {
	const used = new Set(taken);
	const slug = slugOf(name);
	for (let number = 2, free = slug; ; number += 1) {
		if (!used.has(free)) return free;
		free = `${slug}-${number}`;
	}
}
