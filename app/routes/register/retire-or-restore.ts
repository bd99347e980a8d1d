import type { RegisterOutcome } from "#app/commands/register-outcome.ts";
import { textOf } from "#app/http/field-values.ts";
import { readForm } from "#app/http/parse-form.ts";
import { type Nouns, refusalErrors } from "#app/http/register-words.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { badRequest, invalid, redirectWith } from "#app/http/respond.ts";

interface Verbs {
	retire: () => Promise<RegisterOutcome>;
	restore: () => Promise<RegisterOutcome>;
	/** Where both lead. */
	to: string;
	/** "Saltmarsh Academy". */
	name: string;
}

/** What a retire page sends: `intent` is "retire" or "restore". */
export async function retireOrRestore(
	{ app }: Entered,
	request: Request,
	nouns: Nouns,
	{ retire, restore, to, name }: Verbs,
) {
	const fields = await readForm(request);
	const intent = textOf(fields, "intent");
	if (intent !== "retire" && intent !== "restore") throw badRequest();
	const outcome = await (intent === "retire" ? retire() : restore());
	if (!outcome.ok) return invalid(refusalErrors(outcome, nouns), {});
	const message =
		intent === "retire"
			? `${name} is retired and can no longer be chosen`
			: `${name} is back and can be chosen again`;
	return redirectWith(app, to, { kind: "success", message });
}
