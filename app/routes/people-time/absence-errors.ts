import type { AbsenceOutcome } from "#app/commands/absence-fields.ts";
import { notFound } from "#app/http/respond.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { absenceSentence } from "./person-time-facts.ts";

/**
 * A refusal as the form shows it.
 * @throws 404 when there is no such person or absence
 */
export function absenceErrors(refusal: Exclude<AbsenceOutcome, { ok: true }>): FieldErrors {
	switch (refusal.reason) {
		case "not_found":
			throw notFound();
		case "retired":
			return [{ field: "", message: "They are retired: bring them back first" }];
		case "away_already": {
			const message = `They are away then already: ${absenceSentence(refusal.other)}`;
			return [{ field: "from", message }];
		}
	}
}
