import type { Dependants, RegisterRefusal } from "#app/commands/register-outcome.ts";
import { countOf, listOf } from "#app/domain/format-number.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { App } from "./app-context.ts";
import type { Fields } from "./parse-form.ts";
import { invalid, notFound, redirectWith } from "./respond.ts";

/** How one kind of thing is spoken of in refusals. */
export interface Nouns {
	/** "venue", "programme". */
	noun: string;
	/** What it is a part of, and is changed with: "venue" of a contact. */
	within?: string;
	/** Fields whose value only one may have: "URN", "email address". The name needs no entry. */
	unique?: Record<string, string>;
	/** Fields with choices: "an agency that is still in use". */
	choices?: Record<string, string>;
}

/**
 * Answers a form that was refused: the form again, or, where its thing was retired in the meantime
 * and has no form any more, that thing's page.
 * @param page of the thing that the form changes
 */
export function answerRefusal(
	app: App,
	refusal: RegisterRefusal,
	{ nouns, fields, page }: { nouns: Nouns; fields: Fields; page: string },
) {
	if (refusal.reason === "retired") {
		return redirectWith(app, page, { kind: "important", message: retiredMessage(nouns) });
	}
	return invalid(refusalErrors(refusal, nouns), fields);
}

/**
 * A refusal as a form shows it, each message at its field; those about the whole form have no field.
 * @throws 404 when there is no such thing
 */
export function refusalErrors(refusal: RegisterRefusal, nouns: Nouns): FieldErrors {
	const { noun } = nouns;
	switch (refusal.reason) {
		case "not_found":
			throw notFound();
		case "retired":
			return whole(retiredMessage(nouns));
		case "taken":
			return [{ field: refusal.field, message: takenMessage(refusal, nouns) }];
		case "unknown_choice": {
			const choice = nouns.choices?.[refusal.field] ?? "something from the list";
			return [{ field: refusal.field, message: `Choose ${choice}` }];
		}
		case "upcoming_sessions": {
			const sessions = countOf(refusal.upcoming.total, "upcoming session", "upcoming sessions");
			return whole(`Move or cancel ${sessions} first`);
		}
		case "in_use":
			return whole(`This ${noun} is still needed by ${dependantsWords(refusal.dependants)}`);
		case "belongs_to_retired":
			return whole(`${refusal.to.name} is retired. Bring that back first.`);
	}
}

/** Said to whoever changes what somebody else has just retired. */
function retiredMessage({ noun, within }: Nouns): string {
	return `This ${within ?? noun} is retired. Bring it back before you change anything.`;
}

function whole(message: string): FieldErrors {
	return [{ field: "", message }];
}

function takenMessage(
	{ field, by }: Extract<RegisterRefusal, { reason: "taken" }>,
	{ noun, unique }: Nouns,
): string {
	const label = unique?.[field] ?? "name";
	if (!by) return `Enter another ${label}: somebody has just added a ${noun} with this one`;
	const held =
		field === "name"
			? `there is already a ${noun} called ${by.name}`
			: `${by.name} already has this one`;
	const retired = by.retired ? " (retired, and can be brought back)" : "";
	return `Enter another ${label}: ${held}${retired}`;
}

/** "3 people: Ravi Fernleigh, Sian Castlow and Una Teale". */
export function dependantsWords(dependants: readonly Dependants[]): string {
	const one = { people: "person", programmes: "programme", teams: "team" };
	const parts = dependants.map(({ kind, names }) => {
		const shown = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
		return `${countOf(names.length, one[kind], kind)} (${listOf(shown)})`;
	});
	return listOf(parts);
}
