/** What a form holds: one text or a list of ids for each field. */
export type Answers = Record<string, string | readonly string[]>;

export interface Merged<Form extends Answers> {
	merged: Form;
	/** Fields that both changed, to something else: the typed answer stands until somebody decides. */
	overlapping: (keyof Form & string)[];
}

/**
 * Brings together what two people did to the same thing: of each field the typed answer where it was
 * changed in the form, and what it is now where it was left alone. In lists each tick is judged by
 * itself, so that lists never overlap.
 * @param was what the form showed when it was opened
 */
export function mergeAnswers<Form extends Answers>(
	was: Form,
	typed: Form,
	now: Form,
): Merged<Form> {
	const overlapping: (keyof Form & string)[] = [];
	const merged: Answers = {};
	for (const field of Object.keys(typed)) {
		const answer = typed[field] ?? "";
		const before = was[field] ?? "";
		const current = now[field] ?? "";
		if (typeof answer === "string") {
			const changed = answer !== before;
			merged[field] = changed ? answer : current;
			if (changed && current !== before && current !== answer) overlapping.push(field);
		} else {
			merged[field] = mergeLists([before].flat(), answer, [current].flat());
		}
	}
	return { merged: merged as Form, overlapping };
}

function mergeLists(
	was: readonly string[],
	typed: readonly string[],
	now: readonly string[],
): string[] {
	const removed = new Set(was.filter((one) => !typed.includes(one)));
	const added = typed.filter((one) => !was.includes(one));
	return [...new Set([...now.filter((one) => !removed.has(one)), ...added])];
}
