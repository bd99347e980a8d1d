export interface FilterError {
	/** The name in the address; "" when the address as a whole is wrong. */
	field: string;
	message: string;
}

interface Known {
	names: readonly string[];
	/** Names that are read as others: "year_group" as "yearGroup". */
	otherSpellings?: Record<string, string>;
	/** Names that may have more than one value, and are lists. */
	many?: readonly string[];
}

/**
 * What an address asks for, by name. A name that means nothing is refused: a misspelt filter that
 * was passed over would give the wrong figure.
 */
export function gatherParameters(
	params: Iterable<readonly [string, string]>,
	{ names, otherSpellings = {}, many = [] }: Known,
) {
	const given: Record<string, string | string[]> = {};
	const errors: FilterError[] = [];
	for (const [written, value] of params) {
		const name = otherSpellings[written] ?? written;
		// why: a form with empty boxes sends them all.
		if (value.trim() === "") continue;
		if (!names.includes(name)) {
			if (!errors.some(({ field }) => field === "")) {
				errors.push({
					field: "",
					message: `“${written.slice(0, 60)}” is not a filter. Use ${names.join(", ")}`,
				});
			}
		} else if (many.includes(name)) {
			given[name] = [...(given[name] ?? []), value];
		} else if (given[name] === undefined || given[name] === value) {
			given[name] = value;
		} else if (!errors.some(({ field }) => field === name)) {
			errors.push({ field: name, message: `Choose only one value for ${name}` });
		}
	}
	return { given, errors };
}

/** The first message for each field of what a schema refuses, after those that there are already. */
export function addRefusals(
	errors: FilterError[],
	issues: readonly { path: PropertyKey[]; message: string }[],
): void {
	for (const { path, message } of issues) {
		const field = String(path[0] ?? "");
		if (!errors.some((known) => known.field === field)) errors.push({ field, message });
	}
}
